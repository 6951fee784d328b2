package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.planning.ExpiryRisks;
import org.lottrace.planning.internal.ExpiryQueue.Waiting;

/** Tries chances on weeks that are over. */
final class BackTest {
    private static final int WEEK = 7;
    private static final int DIGITS = 4;

    /** Brier's scores. */
    record Scores(int trials, Optional<BigDecimal> score, Optional<BigDecimal> naive) {}

    private BackTest() {}

    /** The imagined lot is as large as the mean demand of the weeks ahead, so that it is about as likely to be sold as not. */
    static Scores of(Series series, int weeksAhead) {
        List<BigDecimal> errors = new ArrayList<>();
        List<BigDecimal> naive = new ArrayList<>();
        for (int week = ExpiryRisks.FEWEST_WEEKS; week + weeksAhead <= series.length(); week++) {
            Series known = series.before(week);
            BigDecimal quantity = known.mean()
                    .multiply(BigDecimal.valueOf(weeksAhead))
                    .setScale(known.digits(), RoundingMode.HALF_UP);
            if (quantity.signum() > 0) {
                BigDecimal came = isLeft(series.sum(week, weeksAhead), quantity);
                errors.add(square(chance(known, quantity, weeksAhead), came));
                naive.add(square(isLeft(series.sum(week - weeksAhead, weeksAhead), quantity), came));
            }
        }
        return new Scores(errors.size(), Shares.mean(errors, DIGITS), Shares.mean(naive, DIGITS));
    }

    private static BigDecimal chance(Series known, BigDecimal quantity, int weeksAhead) {
        return ExpiryQueue.of(known)
                .left(List.of(new Waiting(quantity, weeksAhead * WEEK)))
                .get(0)
                .chance();
    }

    private static BigDecimal isLeft(BigDecimal wanted, BigDecimal quantity) {
        return wanted.compareTo(quantity) < 0 ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private static BigDecimal square(BigDecimal said, BigDecimal came) {
        return said.subtract(came).pow(2);
    }
}
