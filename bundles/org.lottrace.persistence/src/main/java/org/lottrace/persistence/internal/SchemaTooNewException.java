package org.lottrace.persistence.internal;

/** The tables are those of a newer program: this one would write what that one does not expect. */
final class SchemaTooNewException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaTooNewException(String found, String known) {
        super("its tables have version " + found + ", this program knows them up to " + known);
    }
}
