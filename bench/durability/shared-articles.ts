/** The news site's name for articles that many posts link. */
export const publicNewsHost = 'news.example.org';

const firstShared = 1_000_000;

/** The article that a post links: every third post links one that nineteen others link too. */
export function articleOfPost(post: number): number {
  return post % 3 === 0 ? firstShared + Math.floor(post / 60) : post;
}

/** Whether many posts link an article. */
export function isSharedArticle(article: number): boolean {
  return article >= firstShared;
}

/** The link in a post. */
export function linkOfPost(post: number, newsHost: string): string {
  const article = articleOfPost(post);
  return `http://${isSharedArticle(article) ? publicNewsHost : newsHost}/a/${article}`;
}
