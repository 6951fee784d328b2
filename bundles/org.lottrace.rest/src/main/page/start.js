SwaggerUIBundle({
  url: '/lottrace/api/openapi.json',
  dom_id: '#paths',
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  docExpansion: 'none',
  validatorUrl: null,
});
