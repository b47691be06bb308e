/* The reference engine of the model file, as fetched, with a door to its tokenizer. */
#include RECOUPE_REFERENCE

int reference_pieces(e5_model* model, const char* text, int* pieces, int most) {
  return tok_content(&model->tok, text, pieces, most);
}
