/** Lets the person choose a file; undefined when they choose none. The input stays in our own root: the app sees nothing of it. */
export const pickFile = (root: HTMLElement | DocumentFragment, accept: string): Promise<File | undefined> =>
  new Promise((resolve) => {
    const input = root.ownerDocument.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.hidden = true;
    const end = (file: File | undefined): void => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => end(input.files?.[0]));
    input.addEventListener('cancel', () => end(undefined));
    root.append(input);
    input.click();
  });

/** Gives the person a text as a file. */
export const saveFile = (root: HTMLElement | DocumentFragment, name: string, text: string, type: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = root.ownerDocument.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  root.append(link);
  link.click();
  link.remove();
  // The download has its own hold of the data by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
