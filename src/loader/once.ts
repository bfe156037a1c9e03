/** Remembers the answer to each question; failures are forgotten, so that asking again tries again. */
export function once<T>(ask: (question: string) => Promise<T>): (question: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (question) => {
    let answer = answers.get(question);
    if (!answer) {
      answers.set(question, (answer = ask(question)));
      answer.catch(() => answers.delete(question));
    }
    return answer;
  };
}
