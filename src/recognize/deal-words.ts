/** What the sentences of an agreement are known by, where they name neither a company of it nor the signing. */
export const OF_THE_DEAL =
  /协议|合同|协定|备忘录|双方|各方|合作|携手|共建|共同|此次|签约|agreement|contract|memorandum|\bmou\b|\bmoa\b|arrangement|accord|\bthe company\b|\bthe operator\b|project|parties|both sides|two sides|partnership|partner|deal|\bpact\b|under it|cooperat|collaborat|programme|initiative|\bthe extension\b|\bthe renewal\b/;

/** "A new pact links the state with the firm": the deal is the subject, the parties are its objects. */
export const TIES = /^(?:binds|ties|links|unites)$/i;
