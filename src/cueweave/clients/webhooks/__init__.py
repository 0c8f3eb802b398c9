"""Messages to addresses that users name, signed as Standard Webhooks 1.0 has it (standardwebhooks.com)."""
