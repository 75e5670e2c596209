const HTML = "text/html; charset=utf-8";

/** A page as the proxy before a server makes it. */
export function proxyPage(status: number, title: string, headers: Record<string, string> = {}): Response {
  const html =
    `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n` +
    "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
  return page(status, html, headers);
}

/** A page of HTML. */
export function page(status: number, html: string, headers: Record<string, string> = {}): Response {
  return new Response(html, { status, headers: { "Content-Type": HTML, ...headers } });
}
