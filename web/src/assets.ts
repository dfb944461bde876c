// Where the files beside the script are, for what is loaded on demand.
let base: URL | undefined;

export function assetBase(): URL | undefined {
  return base;
}

export function setAssetBase(url: URL): void {
  base ??= url;
}
