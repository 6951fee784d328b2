package org.lottrace.api.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.CheckDigit;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.recall.RecallCaseId;

/** Values of every type that has a text form, the odd ones included. */
final class Values {
    private static final Map<Class<?>, Arbitrary<?>> BY_TYPE = new LinkedHashMap<>();

    static {
        put(EventId.class, text('!', '~', 1, 100).map(EventId::new));
        put(ItemNumber.class, erpCode(30).map(ItemNumber::new));
        put(PartyId.class, erpCode(20).map(PartyId::new));
        put(ChannelId.class, erpCode(20).map(ChannelId::new));
        put(SiteId.class, erpCode(10).map(SiteId::new));
        put(LocationId.class, erpCode(20).map(LocationId::new));
        put(LotNumber.class, lotNumber().map(LotNumber::new));
        put(
                LotKey.class,
                Combinators.combine(of(PartyId.class), of(ItemNumber.class), of(LotNumber.class))
                        .as(LotKey::new));
        put(
                LotReference.class,
                Combinators.combine(
                                of(PartyId.class).optional(0.5),
                                of(ItemNumber.class).optional(),
                                of(LotNumber.class))
                        .as(LotReference::new));
        put(Gtin.class, digits(13).map(Values::withCheckDigit).map(Gtin::new));
        put(Gln.class, digits(12).map(Values::withCheckDigit).map(Gln::new));
        put(Sscc.class, digits(17).map(Values::withCheckDigit).map(Sscc::new));
        put(
                ShipNoticeId.class,
                Combinators.combine(of(PartyId.class), named(2, 30)).as(ShipNoticeId::new));
        put(RecallCaseId.class, Arbitraries.longs().between(1, 999_999_999_999L).map(RecallCaseId::of));
        put(
                EdiAddress.class,
                Combinators.combine(Arbitraries.strings().withChars("AZ09").ofLength(2), text('!', '~', 1, 15))
                        .as(EdiAddress::new));
        put(BigDecimal.class, decimal(18));
        put(UnitOfMeasure.class, Arbitraries.of("KGM", "C62", "CS", "E4").map(UnitOfMeasure::new));
        put(
                Quantity.class,
                Combinators.combine(decimal(Quantity.MAXIMUM_SCALE), of(UnitOfMeasure.class))
                        .as(Quantity::new));
        put(
                UnitPrice.class,
                Combinators.combine(
                                decimal(UnitPrice.MAXIMUM_SCALE).map(BigDecimal::abs),
                                Arbitraries.of("EUR", "USD", "JPY"),
                                of(UnitOfMeasure.class))
                        .as(UnitPrice::new));
        put(
                Money.class,
                Combinators.combine(Arbitraries.of("EUR", "JPY", "BHD"), Arbitraries.longs())
                        .as((currency, minor) -> Money.ofMinor(CurrencyUnit.of(currency), minor)));
        put(LocalDate.class, moments().map(time -> time.toLocalDate()));
        put(LocalTime.class, moments().map(time -> time.toLocalTime()));
        put(LocalDateTime.class, moments());
        put(
                ZoneOffset.class,
                Arbitraries.integers().between(-18 * 3600, 18 * 3600).map(ZoneOffset::ofTotalSeconds));
        put(
                OffsetDateTime.class,
                Combinators.combine(moments(), of(ZoneOffset.class)).as(OffsetDateTime::of));
        put(Instant.class, moments().map(time -> time.toInstant(ZoneOffset.UTC)));
        put(
                Duration.class,
                Combinators.combine(
                                Arbitraries.longs().between(-99_999_999, 99_999_999),
                                Arbitraries.longs().between(0, 999_999_999))
                        .as(Duration::ofSeconds));
        put(
                ZoneId.class,
                Arbitraries.of("Europe/Berlin", "America/Argentina/Ushuaia", "UTC", "Z", "+05:30", "GMT+2")
                        .map(ZoneId::of));
        put(
                DocumentReference.class,
                Combinators.combine(Arbitraries.of(DocumentType.class), named(1, 50))
                        .as(DocumentReference::new));
        put(
                OrderLineReference.class,
                Combinators.combine(
                                of(DocumentReference.class),
                                Arbitraries.integers().greaterOrEqual(1))
                        .as(OrderLineReference::new));
        put(Place.class, Arbitraries.of(PlaceKind.class).flatMap(Values::places));
        put(
                Position.class,
                Combinators.combine(of(Place.class), of(Sscc.class).optional(0.5))
                        .as(Position::new));
    }

    private Values() {}

    /** @return values of that type; all constants of a list of codes */
    @SuppressWarnings("unchecked") // kept under their own type
    static <T> Arbitrary<T> of(Class<T> type) {
        return type.isEnum()
                ? Arbitraries.of(type.getEnumConstants())
                : (Arbitrary<T>) Objects.requireNonNull(BY_TYPE.get(type), () -> "no values of " + type);
    }

    private static <T> void put(Class<T> type, Arbitrary<T> values) {
        BY_TYPE.put(type, values);
    }

    private static Arbitrary<Place> places(PlaceKind kind) {
        Arbitrary<String> codes =
                switch (kind) {
                    case PRODUCTION_ORDER, VEHICLE -> named(1, 50);
                    case LOCATION, TANK, DEVICE ->
                        Combinators.combine(of(SiteId.class), of(LocationId.class))
                                .as((site, at) -> site + "/" + at);
                    case PARTY -> of(PartyId.class).map(PartyId::value);
                    case IN_TRANSIT, TRANSFORMATION, COUNT_DIFFERENCE, DISPOSAL, OPENING, UNEXPLAINED ->
                        of(SiteId.class).map(SiteId::value);
                };
        return codes.map(code -> Place.of(kind, code));
    }

    private static Arbitrary<String> erpCode(int longest) {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .numeric()
                .withChars("._-")
                .ofMinLength(1)
                .ofMaxLength(longest)
                .filter(code -> Character.isLetterOrDigit(code.charAt(0)));
    }

    private static Arbitrary<String> lotNumber() {
        return Arbitraries.strings()
                .withCharRange('%', '?')
                .withCharRange('A', 'Z')
                .withChars("/_!\"")
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    /** Numbers of documents: anything a system may call one. */
    private static Arbitrary<String> named(int shortest, int longest) {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("/:@ \u00e4\u4e2d")
                .ofMinLength(shortest)
                .ofMaxLength(longest)
                .filter(name -> !name.isBlank());
    }

    private static Arbitrary<String> text(char first, char last, int shortest, int longest) {
        return Arbitraries.strings()
                .withCharRange(first, last)
                .ofMinLength(shortest)
                .ofMaxLength(longest);
    }

    private static String withCheckDigit(String digits) {
        return digits + CheckDigit.of(digits);
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().numeric().ofLength(length);
    }

    private static Arbitrary<BigDecimal> decimal(int scale) {
        BigDecimal most = new BigDecimal("999999999999999");
        return Arbitraries.bigDecimals().between(most.negate(), most).ofScale(scale);
    }

    private static Arbitrary<LocalDateTime> moments() {
        return Combinators.combine(
                        Arbitraries.longs().between(-30_000_000_000L, 200_000_000_000L),
                        Arbitraries.integers().between(0, 999_999_999))
                .as((seconds, nanos) -> LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC));
    }
}
