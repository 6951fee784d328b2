package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.lottrace.api.planning.ForecastMethod;

/**
 * A forecast of the next week and how it would have erred before. All begin with the first demand.
 *
 * <p>Sources: J. D. Croston, Oper. Res. Q. 23 (1972) 289-303; A. A. Syntetos, J. E. Boylan, Int. J. Forecasting 21 (2005) 303-314; R. H. Teunter,
 * A. A. Syntetos, M. Z. Babai, Eur. J. Oper. Res. 214 (2011) 606-615.
 *
 * @param weight of the newest week
 * @param weekly the forecast
 * @param squares mean square of the errors from week to week
 * @param error mean size of the errors
 */
record Smoothing(BigDecimal weight, BigDecimal weekly, BigDecimal squares, BigDecimal error) {
    private static final List<BigDecimal> WEIGHTS =
            List.of(new BigDecimal("0.1"), new BigDecimal("0.2"), new BigDecimal("0.3"));

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Learns one week after the other. */
    private interface Model {
        BigDecimal forecast();

        void learn(BigDecimal wanted);
    }

    /** @return of all weights that with the smallest mean square */
    static Smoothing best(ForecastMethod method, Series series) {
        return WEIGHTS.stream()
                .map(weight -> of(method, weight, series))
                .min(Comparator.comparing(Smoothing::squares))
                .orElseThrow();
    }

    /** @param series at least two weeks, the first one with demand */
    static Smoothing of(ForecastMethod method, BigDecimal weight, Series series) {
        Model model = model(method, weight, series.weeks().get(0));
        BigDecimal squares = BigDecimal.ZERO;
        BigDecimal sizes = BigDecimal.ZERO;
        for (BigDecimal wanted : series.weeks().subList(1, series.length())) {
            BigDecimal error = wanted.subtract(model.forecast());
            squares = squares.add(error.multiply(error, Series.PRECISE));
            sizes = sizes.add(error.abs());
            model.learn(wanted);
        }
        BigDecimal count = BigDecimal.valueOf(series.length() - 1L);
        return new Smoothing(
                weight, model.forecast(), squares.divide(count, Series.PRECISE), sizes.divide(count, Series.PRECISE));
    }

    private static Model model(ForecastMethod method, BigDecimal weight, BigDecimal first) {
        return switch (method) {
            case EXPONENTIAL_SMOOTHING -> new Simple(weight, first);
            case CROSTON -> new Croston(weight, first);
            case FADING -> new Fading(weight, first);
            case TOO_FEW_WEEKS -> throw new IllegalArgumentException("nothing is forecast from too few weeks");
        };
    }

    private static BigDecimal mixed(BigDecimal weight, BigDecimal newest, BigDecimal before) {
        return before.add(weight.multiply(newest.subtract(before), Series.PRECISE), Series.PRECISE);
    }

    /** The level follows each week. */
    private static final class Simple implements Model {
        private final BigDecimal weight;
        private BigDecimal level;

        Simple(BigDecimal weight, BigDecimal first) {
            this.weight = weight;
            this.level = first;
        }

        @Override
        public BigDecimal forecast() {
            return level;
        }

        @Override
        public void learn(BigDecimal wanted) {
            level = mixed(weight, wanted, level);
        }
    }

    /** Size and interval follow only the weeks with demand. */
    private static final class Croston implements Model {
        private final BigDecimal weight;
        private BigDecimal size;
        private BigDecimal interval = BigDecimal.ONE;
        private int since = 1;

        Croston(BigDecimal weight, BigDecimal first) {
            this.weight = weight;
            this.size = first;
        }

        @Override
        public BigDecimal forecast() {
            return BigDecimal.ONE
                    .subtract(weight.divide(TWO, Series.PRECISE))
                    .multiply(size, Series.PRECISE)
                    .divide(interval, Series.PRECISE);
        }

        @Override
        public void learn(BigDecimal wanted) {
            if (wanted.signum() == 0) {
                since++;
                return;
            }
            size = mixed(weight, wanted, size);
            interval = mixed(weight, BigDecimal.valueOf(since), interval);
            since = 1;
        }
    }

    /** The chance of demand follows every week, the size only those with demand. */
    private static final class Fading implements Model {
        private final BigDecimal weight;
        private BigDecimal size;
        private BigDecimal chance = BigDecimal.ONE;

        Fading(BigDecimal weight, BigDecimal first) {
            this.weight = weight;
            this.size = first;
        }

        @Override
        public BigDecimal forecast() {
            return chance.multiply(size, Series.PRECISE);
        }

        @Override
        public void learn(BigDecimal wanted) {
            chance = mixed(weight, wanted.signum() == 0 ? BigDecimal.ZERO : BigDecimal.ONE, chance);
            if (wanted.signum() > 0) {
                size = mixed(weight, wanted, size);
            }
        }
    }
}
