package org.lottrace.api.recall;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.lottrace.api.code.Coded;

/** How many consignees are asked whether they got the notice and did what it says (21 CFR 7.42(b)(3)). */
public enum EffectivenessLevel implements Coded {
    /** All of them. */
    A("A", "100"),
    /** More than 10 % and less than 100 %, set case by case. */
    B("B", null),
    C("C", "10"),
    D("D", "2"),
    /** None. */
    E("E", "0");

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private final String code;
    private final String percent;

    EffectivenessLevel(String code, String percent) {
        this.code = code;
        this.percent = percent;
    }

    @Override
    public String code() {
        return code;
    }

    /** @return percent of the consignees; empty for {@link #B}, where the case says it */
    public Optional<BigDecimal> percent() {
        return Optional.ofNullable(percent).map(BigDecimal::new);
    }

    /**
     * @param consignees how many there are
     * @param percent of them, 0 to 100
     * @return how many are checked: rounded up, so at least one when there are any and the percentage is not zero
     */
    public static int sampleSize(int consignees, BigDecimal percent) {
        return percent.multiply(BigDecimal.valueOf(consignees))
                .divide(HUNDRED, 0, RoundingMode.CEILING)
                .intValueExact();
    }
}
