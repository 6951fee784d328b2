package org.lottrace.console.web.internal.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.lottrace.api.cost.CostingBehindException;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.operation.NotPossibleException;
import org.lottrace.api.operation.ServiceMissingException;
import org.lottrace.api.operation.TimeLimitException;
import org.lottrace.api.operation.TooMuchException;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.console.web.internal.page.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a reader is told when a page could not be made. What nobody foresaw, bundles of different builds included, goes to the log, under a number that the reader can name. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int REFERENCE_BYTES = 4;

    private Failures() {}

    static Answer.Failure of(Throwable failure, String path) {
        if (failure instanceof NotAllowedException notAllowed) {
            return new Answer.Failure(
                    403, "error.not-allowed", notAllowed.violation().message());
        }
        if (failure instanceof TimeLimitException tooLong) {
            return new Answer.Failure(422, "error.too-long", tooLong.violation().message());
        }
        if (failure instanceof NotPossibleException notPossible) {
            return new Answer.Failure(
                    422, "error.not-possible", notPossible.violation().message());
        }
        if (failure instanceof TooMuchException tooMuch) {
            return new Answer.Failure(422, "error.too-long", tooMuch.violation().message());
        }
        if (failure instanceof InvalidIdentifierException || failure instanceof WrongQuestionException) {
            return new Answer.Failure(400, "error.invalid", failure.getMessage());
        }
        if (failure instanceof ServiceMissingException || failure instanceof CostingBehindException) {
            return new Answer.Failure(503, "error.not-now", failure.getMessage());
        }
        if (failure instanceof StoreUnavailableException unavailable) {
            LOG.warn("page not shown path={} reason={}", path, unavailable.getMessage());
            return new Answer.Failure(503, "error.database", unavailable.getMessage());
        }
        byte[] reference = new byte[REFERENCE_BYTES];
        ThreadLocalRandom.current().nextBytes(reference);
        String number = HexFormat.of().formatHex(reference);
        LOG.error("page failed path={} reference={}", path, number, failure);
        return new Answer.Failure(500, "error.unforeseen", number);
    }
}
