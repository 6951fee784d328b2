package org.lottrace.api.operation;

/** A page of a list is asked for behind something that is not there. */
public final class UnknownCursorException extends WrongQuestionException {
    private static final long serialVersionUID = 1L;

    /** @param after what was said to be the last of the page before */
    public UnknownCursorException(Object after) {
        super("no row is called " + after + ": use next of the page before, or begin without after");
    }
}
