package org.lottrace.notice.internal;

/** How the way to the SMTP server is kept secret. The words are those of the configuration. */
enum MailSecurity {
    /** Encrypted after the greeting; a server that does not offer it gets nothing. */
    STARTTLS,
    /** Encrypted from the first byte. */
    TLS,
    /** Not at all: only for a server on the same machine or network. */
    NONE
}
