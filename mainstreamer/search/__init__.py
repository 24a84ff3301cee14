"""Finding things in a plan by what people remember of them: any words, in any order, script and accent. Knows no Qt."""
