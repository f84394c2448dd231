/** Why generated runs fail: codes as Power Automate writes them, texts of our own, the inner error as JSON. */
export interface Failure { readonly code: string; readonly message: string; readonly inner: string }

/** Shape of errorinnererror: an error object with what caused it inside. */
const failure = (code: string, message: string, cause: { readonly code: string; readonly message: string }, details: object = {}): Failure =>
  ({ code, message, inner: JSON.stringify({ error: { code, message, ...details, innererror: cause } }) });

/** Before a start: nothing could take the run. */
export const noMachine = failure("NoCandidateMachine",
  "No machine of the group could take the run within the waiting time of the queue. Check that the machines are online, or add more of them.",
  { code: "EndpointNotFound", message: "No listener is connected for the machine's endpoint." }, { queueTimeLimit: "PT3H" });

export const lockedDesk = failure("NoUnlockedActiveSessionForAttended",
  "The machine has no unlocked session of the connection's user, so an attended run cannot start.",
  { code: "SessionLocked", message: "Session 2 is locked." });

export const signedIn = failure("SessionExistsForTheUserWhenUnattended",
  "The user is signed in to the machine already, so an unattended session cannot be created.",
  { code: "SessionDisconnected", message: "Session 3 of the user is disconnected, not signed out." });

/** During a run. */
export const windowMissing = failure("UIElementNotFound",
  "Post invoice: the window 'SAP Easy Access' did not appear within 30 seconds (subflow Main, action 42: Click UI element in window).",
  { code: "WindowNotFound", message: "No window has a title like 'SAP Easy Access*'." }, { subflow: "Main", action: 42, actionName: "UIAutomation.Click" });

export const runFailures: readonly Failure[] = [
  windowMissing,
  failure("SessionEndedUnexpectedly", "The Windows session in which the desktop flow ran has ended.",
    { code: "RemoteDesktopDisconnected", message: "Remote Desktop closed the connection (reason 0x00000904)." }),
  failure("ExcelAttachFailed", "The workbook 'Rates 2026.xlsx' is locked by another user (subflow ReadRates, action 7: Launch Excel).",
    { code: "0x800A03EC", message: "The file is read-only or locked." }, { subflow: "ReadRates", action: 7, actionName: "Excel.LaunchExcel" }),
  failure("WebBrowserTimeout", "The page https://carrier.example/booking did not finish loading within 60 seconds (subflow Book, action 15).",
    { code: "NavigationTimeout", message: "Waited 60,000 ms for the page." }, { subflow: "Book", action: 15, actionName: "WebAutomation.GoToWebPage" }),
];

export const parentFailed = failure("UIFlowParentFlowFailed", "The parent flow ended first, with status Failed.",
  { code: "ParentFlowFailed", message: "The run was stopped together with its parent." });

/** Weighted: most failures happen before a start, nearly all for want of a machine. */
export const startFailures: readonly Failure[] = [noMachine, noMachine, noMachine, noMachine, noMachine, noMachine, lockedDesk, signedIn];
