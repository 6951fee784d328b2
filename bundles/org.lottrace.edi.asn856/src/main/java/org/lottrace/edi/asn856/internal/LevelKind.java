package org.lottrace.edi.asn856.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.edi.asn856.internal.wire.Batch;
import org.lottrace.edi.asn856.internal.wire.Item;
import org.lottrace.edi.asn856.internal.wire.Level;
import org.lottrace.edi.asn856.internal.wire.Nameless;
import org.lottrace.edi.asn856.internal.wire.Order;
import org.lottrace.edi.asn856.internal.wire.Pack;
import org.lottrace.edi.asn856.internal.wire.Shipment;
import org.lottrace.edi.asn856.internal.wire.Tare;

/**
 * What a level is, by HL03.
 *
 * <p>Source: X12 data element 735. {@code ZZ} (mutually defined) is used for the lots of an item or pack.
 */
enum LevelKind {
    SHIPMENT("S", Shipment.class),
    ORDER("O", Order.class),
    TARE("T", Tare.class),
    PACK("P", Pack.class),
    ITEM("I", Item.class),
    BATCH("ZZ", Batch.class),
    LEVEL("", Nameless.class);

    private static final Map<String, LevelKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(kind -> kind.code, Function.identity()));

    private final String code;
    private final Class<? extends Level> type;

    LevelKind(String code, Class<? extends Level> type) {
        this.code = code;
        this.type = type;
    }

    /** @return {@link #LEVEL} for every code that is not known */
    static LevelKind of(String code) {
        return BY_CODE.getOrDefault(code, LEVEL);
    }

    Class<? extends Level> type() {
        return type;
    }
}
