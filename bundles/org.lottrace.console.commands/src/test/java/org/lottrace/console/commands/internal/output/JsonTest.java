package org.lottrace.console.commands.internal.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

class JsonTest {
    @ParameterizedTest
    @MethodSource("values")
    void writes_values_without_loss(Object value, String expected) {
        assertEquals(expected, Json.of(value).replaceAll("\\s*\n\\s*", " ").replaceAll(" : ", ": "));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(Quantity.of("100", "KGM"), "{ \"amount\": \"100\", \"unit\": \"KGM\" }"),
                arguments(
                        Quantity.of("123456789012345.123456", "KGM"),
                        "{ \"amount\": \"123456789012345.123456\", \"unit\": \"KGM\" }"),
                arguments(Money.parse("EUR 12.50"), "{ \"amount\": \"12.50\", \"currency\": \"EUR\" }"),
                arguments(new BigDecimal("1E+2"), "\"100\""),
                arguments(Long.MAX_VALUE, "9223372036854775807"),
                arguments(LotKey.parse("MILL/FLOUR/L\"1"), "\"MILL/FLOUR/L\\\"1\""),
                arguments(Instant.parse("2026-03-02T08:00:00Z"), "\"2026-03-02T08:00:00Z\""),
                arguments(LocalDate.of(2026, 3, 2), "\"2026-03-02\""),
                arguments(ZoneId.of("Europe/Berlin"), "\"Europe/Berlin\""),
                arguments(ZoneOffset.ofHours(1), "\"+01:00\""),
                arguments(Duration.ofMinutes(90), "\"PT1H30M\""),
                arguments(DocumentType.SALES_ORDER, "\"SALES_ORDER\""),
                arguments(LotReference.parse("FLOUR/L1"), "\"FLOUR/L1\""),
                arguments(
                        new DocumentReference(DocumentType.SHIPMENT, "S-1"),
                        "{ \"type\": \"SHIPMENT\", \"number\": \"S-1\" }"),
                arguments(
                        Position.at(Place.location(new SiteId("BER"), new LocationId("A-01"))),
                        "{ \"place\": { \"site\": \"BER\", \"location\": \"A-01\" }, \"container\": null }"),
                arguments(Optional.empty(), "null"),
                arguments(Optional.of(new LotNumber("L1")), "\"L1\""),
                arguments(
                        List.of(new Violation(
                                "LOT_EXPIRED", ViolationPath.of("lines", 1).then("lot"), "expired")),
                        "[ { \"code\": \"LOT_EXPIRED\", \"path\": \"lines[1].lot\", \"message\": \"expired\" } ]"));
    }
}
