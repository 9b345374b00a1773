export function SettingsScreen(_props: { readonly onBack: () => void }) {
  return null;
}
