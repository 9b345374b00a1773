import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

import './Tabs.css';

export interface TabChoice<Value extends string> {
  readonly value: Value;
  readonly words: string;
  readonly count?: number;
}

export interface TabsProps<Value extends string> {
  /** Accessible name of the tab list. */
  readonly label: string;
  readonly tabs: readonly TabChoice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** The panel of the chosen tab. */
  readonly children: ReactNode;
}

export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const { label, tabs, value, onChange, children } = props;
  return (
    <AriaTabs
      className="tabs"
      selectedKey={value}
      onSelectionChange={(key) => {
        const tab = tabs.find((one) => one.value === key);
        if (tab) onChange(tab.value);
      }}
    >
      <TabList className="tabs-list" aria-label={label}>
        {tabs.map((tab) => (
          <Tab className="tabs-tab" id={tab.value} key={tab.value}>
            {tab.words}
            {tab.count !== undefined && <span className="tabs-count"> {tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel className="tabs-panel" id={value}>
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
