#define _GNU_SOURCE  // pipe2

#include "creadline.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

// MARK: - Completion

static creadline_completer *completer;
static void *completer_context;
static char **offers;
static size_t offer_count, offer_room, offer_next;

static void forget_offers(void) {
    for (size_t i = 0; i < offer_count; i++) free(offers[i]);
    offer_count = 0;
}

void creadline_offer(const char *text) {
    if (offer_count == offer_room) {
        size_t room = offer_room ? 2 * offer_room : 64;
        char **larger = realloc(offers, room * sizeof *offers);
        if (!larger) return;
        offers = larger;
        offer_room = room;
    }
    char *copy = strdup(text);
    if (copy) offers[offer_count++] = copy;
}

static int offers_are_paths;
static char offers_append;
static char *note_on_offers;

static void show_offers(char **matches, int count, int longest) {
    rl_display_match_list(matches, count, longest);
    fprintf(rl_outstream ? rl_outstream : stdout, "%s\n", note_on_offers);
    rl_forced_update_display();
}

void creadline_describe_offers(int are_paths, char append, const char *note) {
    offers_are_paths = are_paths;
    offers_append = append;
    free(note_on_offers);
    note_on_offers = note && *note ? strdup(note) : NULL;
}

static char *next_offer(const char *text, int state) {
    if (state == 0) offer_next = 0;
    size_t length = strlen(text);
    while (offer_next < offer_count) {
        const char *offer = offers[offer_next++];
        if (strncmp(offer, text, length) == 0) return strdup(offer);
    }
    return NULL;
}

// Readline asks first where the word before the cursor begins, which depends on what is offered for it.
static char *breaks_here(void) {
    creadline_describe_offers(0, 0, NULL);
    forget_offers();
    return completer ? (char *)completer(rl_line_buffer, rl_point, completer_context) : NULL;
}

static char **attempt(const char *text, int start, int end) {
    (void)start, (void)end;
    rl_attempted_completion_over = 1;  // never fall back to the names of files
    rl_filename_completion_desired = offers_are_paths;
    rl_filename_quoting_desired = 0;
    rl_completion_append_character = offers_append;
    // Without a hook readline asks before it shows very many.
    rl_completion_display_matches_hook = note_on_offers ? show_offers : NULL;
    return rl_completion_matches(text, next_offer);
}

void creadline_set_completer(creadline_completer *function, void *context) {
    completer = function;
    completer_context = context;
}

// MARK: - Signals

// A signal may arrive in any thread; a byte in this pipe wakes the one that waits for a key.
static int signal_pipe[2] = {-1, -1};
static void (*interrupt_hook)(void);

static void handle_signal(int signal) {
    int saved = errno;
    if (signal == SIGINT && interrupt_hook) interrupt_hook();
    char byte = signal == SIGINT ? 'i' : 'w';
    if (write(signal_pipe[1], &byte, 1) < 0) { /* The pipe is full: the reader is woken anyway. */ }
    errno = saved;
}

void creadline_watch_signals(void (*on_interrupt)(void)) {
    interrupt_hook = on_interrupt;
    if (signal_pipe[0] < 0 && pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return;
    // A parent may have left them blocked: test runners and job systems start programs from such threads.
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGINT);
    sigaddset(&wanted, SIGWINCH);
    pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
    struct sigaction action = {.sa_handler = handle_signal, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGWINCH, &action, NULL);
}

/// Empties the pipe and says whether one of its signals was Ctrl-C.
static int take_signals(void) {
    char bytes[64];
    int was_interrupted = 0;
    ssize_t count;
    while (signal_pipe[0] >= 0 && (count = read(signal_pipe[0], bytes, sizeof bytes)) > 0)
        was_interrupted |= memchr(bytes, 'i', (size_t)count) != NULL;
    return was_interrupted;
}

// MARK: - Typed ahead

static unsigned char ahead[4096];
static size_t ahead_start, ahead_end;
static int ended_early;

void creadline_type_ahead(unsigned char byte) {
    // Ctrl-D; a terminal that waits for whole lines keeps it as a zero.
    if (byte == 4 || byte == 0) {
        ended_early = 1;
        return;
    }
    if (ahead_start == ahead_end) ahead_start = ahead_end = 0;
    if (ahead_end < sizeof ahead) ahead[ahead_end++] = byte;
}

int creadline_collect_ahead(int drops_blank_lines) {
    int terminal = fileno(rl_instream ? rl_instream : stdin);
    if (isatty(terminal)) {
        rl_prep_terminal(1);  // from here on every byte can be read, even those of a line without its end
        struct pollfd source = {.fd = terminal, .events = POLLIN};
        unsigned char byte;
        while (ahead_end < sizeof ahead && poll(&source, 1, 0) > 0 && read(terminal, &byte, 1) == 1)
            creadline_type_ahead(byte);
    }
    while (drops_blank_lines && ahead_start < ahead_end
           && (ahead[ahead_start] == '\n' || ahead[ahead_start] == '\r'))
        ahead_start++;
    int result = ended_early;
    ended_early = 0;
    return result;
}

static int next_key(FILE *stream) {
    if (ahead_start < ahead_end) return ahead[ahead_start++];
    return rl_getc(stream);
}

// MARK: - Reading

static int indentation;
static char *finished_line;
static int is_finished;
static const char *prefill_text;

static void finish_line(char *line) {
    finished_line = line;
    is_finished = 1;
    rl_callback_handler_remove();
}

static int insert_prefill(void) {
    if (prefill_text && *prefill_text) rl_insert_text(prefill_text);
    return 0;
}

static int insert_brace(int count, int key) {
    int blank = rl_point > 0;
    for (int i = 0; i < rl_point; i++) blank = blank && rl_line_buffer[i] == ' ';
    if (blank && rl_point >= indentation) {
        rl_delete_text(rl_point - indentation, rl_point);
        rl_point -= indentation;
    }
    return rl_insert(count, key);
}

void creadline_set_indentation(int columns) {
    indentation = columns;
}

void creadline_start(const char *program) {
    rl_readline_name = program;
    // The program decides what Ctrl-C means, and hears of the window's size in any thread.
    rl_catch_signals = 0;
    rl_catch_sigwinch = 0;
    rl_attempted_completion_function = attempt;
    rl_completion_word_break_hook = breaks_here;
    rl_startup_hook = insert_prefill;
    rl_completer_quote_characters = "";
    rl_sort_completion_matches = 0;
    rl_getc_function = next_key;
    rl_initialize();
    rl_bind_key('}', insert_brace);
    using_history();
}

enum creadline_outcome creadline_read(const char *prompt, const char *prefill, char **line) {
    prefill_text = prefill;
    is_finished = 0;
    finished_line = NULL;
    take_signals();  // what came while no line was being read concerned something else

    rl_callback_handler_install(prompt, finish_line);
    enum creadline_outcome outcome = CREADLINE_LINE;
    while (!is_finished) {
        if (ahead_start < ahead_end) {
            rl_callback_read_char();
            continue;
        }
        struct pollfd sources[2] = {
            {.fd = fileno(rl_instream ? rl_instream : stdin), .events = POLLIN},
            {.fd = signal_pipe[0], .events = POLLIN},
        };
        if (poll(sources, signal_pipe[0] < 0 ? 1 : 2, -1) < 0) {
            if (errno == EINTR) continue;
            rl_callback_handler_remove();
            outcome = CREADLINE_END;
            break;
        }
        if (signal_pipe[0] >= 0 && sources[1].revents) {
            if (take_signals()) {
                ahead_start = ahead_end = 0;
                rl_free_line_state();
                rl_callback_sigcleanup();
                fputs("^C\n", rl_outstream ? rl_outstream : stdout);
                rl_callback_handler_remove();
                outcome = CREADLINE_INTERRUPTED;
                break;
            }
            rl_resize_terminal();
            continue;
        }
        if (sources[0].revents) rl_callback_read_char();
    }
    if (outcome == CREADLINE_LINE && !finished_line) outcome = CREADLINE_END;
    *line = finished_line;
    return outcome;
}

void creadline_window(int *columns, int *rows) {
    struct winsize size = {0};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) ioctl(STDERR_FILENO, TIOCGWINSZ, &size);
    *columns = size.ws_col;
    *rows = size.ws_row;
}

// MARK: - History

void creadline_add_history(const char *entry) {
    add_history(entry);
}
