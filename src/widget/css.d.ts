/** A style sheet as text, which Vite provides. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
