"""The words themselves, one TOML file a language. `assistant.wording` reads them."""
