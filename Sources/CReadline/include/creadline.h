// GNU readline behind functions: its globals of C are variables that Swift 6 does not let anyone touch.
#pragma once

/// What came of asking for a line.
enum creadline_outcome { CREADLINE_LINE, CREADLINE_INTERRUPTED, CREADLINE_END };

/// Names the program for ~/.inputrc and sets what never changes. Call once, before anything else.
void creadline_start(const char *program);

/// Takes Ctrl-C and changes of the window's size from here on, in whatever thread they arrive:
/// `on_interrupt` is called in the signal's handler, and a line that is being read is cleared.
void creadline_watch_signals(void (*on_interrupt)(void));

/// Asks for a line, with `prefill` already typed. On CREADLINE_LINE, `*line` is to be freed by the caller;
/// on CREADLINE_INTERRUPTED, Ctrl-C was pressed and the line is gone.
enum creadline_outcome creadline_read(const char *prompt, const char *prefill, char **line);

/// A byte that was typed before the prompt came; the next line that is read begins with it. Ctrl-D is put aside.
void creadline_type_ahead(unsigned char byte);

/// Takes what was typed since the last line was read, before the next prompt is shown: text becomes the beginning of
/// the next line, blank lines before it are dropped if asked. Says whether Ctrl-D was among it, which ends nothing.
int creadline_collect_ahead(int drops_blank_lines);

/// The size of the window, 0 where nobody knows.
void creadline_window(int *columns, int *rows);

/// Called once for each press of Tab: gives completions for the line up to `point` by calling `creadline_offer` for each
/// and `creadline_describe_offers`, and returns the characters that end the word before the cursor, which stay valid.
typedef const char *creadline_completer(const char *line, int point, void *context);
void creadline_set_completer(creadline_completer *completer, void *context);

/// One completion: what takes the place of the word before the cursor.
void creadline_offer(const char *text);

/// How the completions at hand are shown: `are_paths` lists only last parts and marks folders; `append` is
/// what follows a single match, or 0; a list of them ends with `note`, unless that is NULL or empty.
void creadline_describe_offers(int are_paths, char append, const char *note);

void creadline_add_history(const char *entry);

/// A brace typed at the head of an indented line goes back by `columns`.
void creadline_set_indentation(int columns);
