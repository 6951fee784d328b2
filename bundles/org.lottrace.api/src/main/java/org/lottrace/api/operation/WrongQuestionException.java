package org.lottrace.api.operation;

/**
 * A question that cannot be answered as it was asked: more rows than are given at a time, a range that ends before it begins, a name that
 * nothing has. Nothing is wrong with LotTrace; the message tells whoever asked what to ask instead.
 */
public class WrongQuestionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param message for the one who asked */
    public WrongQuestionException(String message) {
        super(message);
    }
}
