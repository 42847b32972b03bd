/** What an import file holds: articles as given, or pages to be read; a bad item says what is wrong with it. */
export interface ImportedArticle {
  title: string | null;
  body: string;
  published: string | null;
  publisher: string | null;
  language: string | null;
}

export interface ImportItem {
  /** File, and line or record, for messages. */
  from: string;
  url: string | null;
  content:
    | { article: ImportedArticle }
    | { bytes: Uint8Array; contentType: string | null }
    | { error: string };
}
