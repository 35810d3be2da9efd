// Nothing of another server: no validator badge, and calls go to the address of the description.
SwaggerUIBundle({
  url: "../v3/api-docs",
  dom_id: "#calls",
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
});
