package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.lot.LotReference;

/**
 * Goods that were destroyed or thrown away.
 *
 * @param context who, when and where
 * @param number number of the disposal order
 * @param reason why, for people, at most 500 characters
 * @param witness who was there and saw it, at most 200 characters: another person than who did it
 * @param goods what
 */
public record Disposal(
        CaptureContext context,
        String number,
        Optional<String> reason,
        Optional<String> witness,
        List<LotQuantity> goods)
        implements Movement {
    public Disposal {
        Objects.requireNonNull(context);
        Objects.requireNonNull(number);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(witness);
        goods = List.copyOf(goods);
    }

    /** Without a reason and a witness. */
    public Disposal(CaptureContext context, String number, List<LotQuantity> goods) {
        this(context, number, Optional.empty(), Optional.empty(), goods);
    }

    @Override
    public Stream<LotReference> lots() {
        return Movement.lotsOf(goods);
    }
}
