/** A file dropped anywhere on the page. */
export function onFileDrop(dropped: (file: File) => void): void {
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  const highlight = (on: boolean): void => void document.body.classList.toggle("dropping", on);
  window.addEventListener("dragover", event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    highlight(true);
  });
  window.addEventListener("dragleave", event => { if (event.relatedTarget === null) highlight(false); });
  window.addEventListener("drop", event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    highlight(false);
    const file = event.dataTransfer?.files[0];
    if (file) dropped(file);
  });
}
