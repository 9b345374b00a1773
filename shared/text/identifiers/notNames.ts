const words = (list: string): ReadonlySet<string> =>
  new Set(list.toLowerCase().trim().split(/\s+/u));

/**
 * Words in lower case that are written with a capital inside sentences and point out nobody: laws, authorities and
 * common abbreviations, roles in labels, feasts, and what English writes so.
 */
export const notNames = words(`
  AB ADHD AF AI AIDS AMS APL ASI ASS AT BBIC BNP BRIS BUP BVC CD CSN CV DBT DNA DSM DVD EEG EKG EU FAS FN FoU FUB
  GDPR HBTQ HBTQI HIV HR HSL HVB IBIC ICD ID IMY IQ IT IVA IVO JO JÖK KBT KI KVÅ LARO LMA LOV LPT LRV LSS LVM LVU
  MI MR MS MVC NPF NSPH OBS OCD OK OSA PC PDF PTSD PR RFHL RSMH SFI SFT SIP SKR SKL SMS SOL SoL SOSFS SPSM SR ST
  SVT TT TV USA UNHCR VAB VC VD VR VVS XX YH ÅVC
  Alanon Arbetsförmedlingen Arbetsmiljöverket Facebook Folkhälsomyndigheten Försäkringskassan Google Instagram
  Internet Kronofogden LinkedIn Messenger Migrationsverket Netflix Polisen Region Regionen Skatteverket Skype Snapchat
  Socialstyrelsen Socialtjänsten Socialtjänstlagen Spotify Teams Tiktok Twitter Whatsapp Youtube Zoom
  Advent Gud Herre Herren Jul Julafton Midsommar Nyår Påsk Sverige Europa Norden Asien Afrika Amerika
  Deltagare Deltagaren Fokusgrupp Forskare Grupp Informant Interviewer Intervju Intervjuare Intervjuaren Intervjuperson
  Moderator Moderatorn Bisittare Observatör Okänd Participant Patient Person Respondent Session Speaker Samtal Talare
  Tolk Transkript Unknown Översättare Anonym
  I I'm Mr Mrs Ms Dr Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
  July August September October November December English Swedish Swede Swedes Christmas Easter Sweden Europe
  Du Ni Er Ert Era Eder De Dem Den Det Han Hon Hen Vi Jag Man Ja Nej Jo Mm Och Men Så Att Om När
`);
