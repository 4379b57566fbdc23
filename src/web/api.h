/* The rooms of a replay as plain C functions: what a page's script calls in knead.wasm, and a test natively. Texts are
   UTF-8 with a closing zero and belong to the run; each stays valid until the same function is called again. No
   function lets an exception out: what is wrong with a file is a text. */
/* C, in names and in form. NOLINTBEGIN */
#ifndef KNEAD_WEB_API_H
#define KNEAD_WEB_API_H

#include <stddef.h>
#include <stdint.h>

#ifdef __EMSCRIPTEN__
#define KNEAD_WEB_API __attribute__((used, visibility("default")))
#else
#define KNEAD_WEB_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct KneadRun KneadRun;

/* Memory for a file that is handed over; give it back with knead_web_free. Never null for a size that fits. */
KNEAD_WEB_API void* knead_web_alloc(size_t bytes);
KNEAD_WEB_API void knead_web_free(void* memory);

/* What a picture of anybody's back needs, as JSON: the muscles' guide curves and the heights of the vertebrae (cm), the
   size of the tissue's grid, and where in a frame each thing lies: "parts": {name: [first, count]}. */
KNEAD_WEB_API const char* knead_web_body(void);

/* A run of a level's JSON text and a recording's bytes. Never null; ask knead_run_error first: empty if it can be
   played, else what is wrong, and then every other function gives nothing. */
KNEAD_WEB_API KneadRun* knead_run_open(const char* level, size_t level_bytes, const uint8_t* recording, size_t bytes);
KNEAD_WEB_API void knead_run_close(KneadRun* run);
KNEAD_WEB_API const char* knead_run_error(KneadRun* run);

/* Ticks of 1/120 s: where the recording ends, and where the session is. */
KNEAD_WEB_API uint32_t knead_run_end(KneadRun* run);
KNEAD_WEB_API uint32_t knead_run_tick(KneadRun* run);
/* Up to `ticks` on. Gives 1 if the end is reached. */
KNEAD_WEB_API int knead_run_step(KneadRun* run, uint32_t ticks);
KNEAD_WEB_API void knead_run_seek(KneadRun* run, uint32_t tick);

/* The state as floats, in the order that knead_web_body tells. */
KNEAD_WEB_API const float* knead_run_frame(KneadRun* run);
/* What happened since this was asked last, as JSON: [{"second", "kind", "x", "y", "says"}]; a seek forgets it. */
KNEAD_WEB_API const char* knead_run_said(KneadRun* run);

/* JSON: level, people, how it was played, and what the recording claims. */
KNEAD_WEB_API const char* knead_run_about(KneadRun* run);
/* JSON: {"seconds", "checked", "equal", "first_different", "finished", "end_equal", "score_equal", "state",
   "recorded_state"}. A second is checked when it is played for the first time. */
KNEAD_WEB_API const char* knead_run_proof(KneadRun* run);
/* The state hash now, sixteen digits. */
KNEAD_WEB_API const char* knead_run_state(KneadRun* run);
/* JSON: the score card, and the time line (docs/web.md); both once the proof is finished, else "null". */
KNEAD_WEB_API const char* knead_run_card(KneadRun* run);
KNEAD_WEB_API const char* knead_run_timeline(KneadRun* run);

#ifdef __cplusplus
}
#endif

#endif
/* NOLINTEND */
