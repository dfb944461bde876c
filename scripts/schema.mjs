// The JSON Schema of articles (2020-12): published as dist/article.schema.json.
export const articleSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://broadsheet.example/article.schema.json',
  title: 'broadsheet-article/1',
  type: 'object',
  required: ['title'],
};
