/**
 * Where a picture is fetched: `url` relative to `base` (the result's address), with the signature `query` if it goes to
 * the result's own server. Other schemes than those of pictures give an empty address.
 */
export function pictureAddress(url: string, base: string, query: string): string {
  const from = absolute(base, document.baseURI);
  const address = from && absolute(url, from.href);
  if (!address || !/^(https?|data|blob|file):$/.test(address.protocol)) return "";
  if (address.protocol === "data:" && !/^data:image\//i.test(address.href)) return "";
  if (query === "" || address.origin !== from.origin || !/^https?:$/.test(address.protocol)) return address.href;
  address.search += (address.search ? "&" : "?") + query.replace(/^[?&]/, "");
  return address.href;
}

function absolute(url: string, base: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}
