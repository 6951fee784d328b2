package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.lot.LotReference;

/**
 * Samples that were taken of lots in stock, whatever their disposition. Source: GS1 CBV, business step {@code sampling}.
 *
 * @param context who, when and where
 * @param number number of the sample or of its test order
 * @param purpose what for, for people, 1 to 500 characters
 * @param fate whether it is used or kept
 * @param goods what was taken
 */
public record Sampling(CaptureContext context, String number, String purpose, SampleFate fate, List<LotQuantity> goods)
        implements Movement {
    public Sampling {
        Objects.requireNonNull(context);
        Objects.requireNonNull(number);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(fate);
        goods = List.copyOf(goods);
    }

    @Override
    public Stream<LotReference> lots() {
        return Movement.lotsOf(goods);
    }
}
