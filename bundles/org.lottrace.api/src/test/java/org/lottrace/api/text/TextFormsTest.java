package org.lottrace.api.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;

class TextFormsTest {
    /** A value and the form that writes it. */
    record Written<T>(TextForm<T> form, T value) {
        boolean comesBack() {
            String text = form.write(value);
            return form.read(text).equals(value) && form.write(form.read(text)).equals(text);
        }
    }

    @Property(tries = 6_000)
    boolean what_is_written_is_read_as_the_same_value(@ForAll("written") Written<?> written) {
        return written.comesBack();
    }

    @Provide
    Arbitrary<Written<?>> written() {
        return Arbitraries.of(TextForms.all()).flatMap(TextFormsTest::writtenAs);
    }

    private static <T> Arbitrary<Written<?>> writtenAs(TextForm<T> form) {
        return Values.of(form.type()).map(value -> new Written<>(form, value));
    }

    static Collection<TextForm<?>> forms() {
        return TextForms.all();
    }

    @ParameterizedTest
    @MethodSource("forms")
    <T> void nonsense_is_refused_with_an_example(TextForm<T> form) {
        for (String nonsense : List.of("", " ", "\u00a7 \u00a7", "\u0661")) {
            InvalidIdentifierException refused =
                    assertThrows(InvalidIdentifierException.class, () -> form.read(nonsense), nonsense);
            assertEquals(nonsense, refused.text());
            assertTrue(
                    refused.getMessage()
                            .startsWith("not a valid " + form.name() + " (" + form.description() + "), such as "
                                    + form.example() + ": "),
                    refused.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    <T> void the_example_is_written_as_values_are(TextForm<T> form) {
        assertEquals(form.example(), form.write(form.read(form.example())));
    }

    static Stream<Arguments> texts() {
        DocumentReference order = new DocumentReference(DocumentType.SALES_ORDER, "SO:1");
        Place line = Place.of(PlaceKind.LOCATION, "BAKERY/RM-01");
        Sscc pallet = new Sscc("340123450000000017");
        LotKey slashed = new LotKey(new PartyId("MILL"), new ItemNumber("FLOUR"), new LotNumber("7/12/"));
        return Stream.of(
                Arguments.of(LotKey.class, slashed, "MILL/FLOUR/7/12/"),
                Arguments.of(
                        LotReference.class,
                        new LotReference(Optional.empty(), Optional.empty(), slashed.number()),
                        "//7/12/"),
                Arguments.of(
                        LotReference.class,
                        new LotReference(Optional.of(slashed.issuer()), Optional.empty(), new LotNumber("7")),
                        "MILL//7"),
                Arguments.of(ShipNoticeId.class, new ShipNoticeId(new PartyId("MILL"), "A/7"), "MILL/A/7"),
                Arguments.of(BigDecimal.class, new BigDecimal("0.10"), "0.10"),
                Arguments.of(Quantity.class, Quantity.of("12.50", "KGM"), "12.5:KGM"),
                Arguments.of(
                        UnitPrice.class,
                        new UnitPrice(
                                new BigDecimal("0.85"),
                                "EUR",
                                Quantity.of("1", "KGM").unit()),
                        "0.85:EUR/KGM"),
                Arguments.of(DocumentReference.class, order, "SALES_ORDER:SO:1"),
                Arguments.of(OrderLineReference.class, new OrderLineReference(order, 2), "SALES_ORDER:SO:1:2"),
                Arguments.of(Place.class, Place.inTransit(new SiteId("SHOP")), "IN_TRANSIT:SHOP"),
                Arguments.of(Position.class, Position.at(line), "LOCATION:BAKERY/RM-01"),
                Arguments.of(Position.class, Position.at(line, pallet), "340123450000000017@LOCATION:BAKERY/RM-01"),
                Arguments.of(
                        Position.class,
                        Position.at(Place.of(PlaceKind.VEHICLE, "B@1:2"), pallet),
                        "340123450000000017@VEHICLE:B@1:2"),
                Arguments.of(DocumentType.class, DocumentType.SALES_ORDER, "SALES_ORDER"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    <T> void has_one_text(Class<T> type, T value, String text) {
        assertEquals(text, TextForms.of(type).write(value));
        assertEquals(value, TextForms.read(type, text));
    }

    static Stream<Arguments> halves() {
        return Stream.of(
                Arguments.of(LotKey.class, "FLOUR/7"),
                Arguments.of(LotKey.class, "/FLOUR/7"),
                Arguments.of(LotReference.class, "MILL/"),
                Arguments.of(ShipNoticeId.class, "MILL/1"),
                Arguments.of(Quantity.class, "12.5"),
                Arguments.of(Quantity.class, "KGM:12.5"),
                Arguments.of(Quantity.class, "0.0000001:KGM"),
                Arguments.of(UnitPrice.class, "12.5:EUR"),
                Arguments.of(UnitPrice.class, "-1:EUR/KGM"),
                Arguments.of(DocumentReference.class, "SHIPMENT"),
                Arguments.of(DocumentReference.class, "SHIPMENT:"),
                Arguments.of(OrderLineReference.class, "SALES_ORDER:SO1"),
                Arguments.of(OrderLineReference.class, "SALES_ORDER:SO1:0"),
                Arguments.of(Place.class, "LOCATION:BAKERY"),
                Arguments.of(Position.class, "1@LOCATION:BAKERY/RM-01"),
                Arguments.of(Position.class, "340123450000000017"),
                Arguments.of(DocumentType.class, "sales-order"));
    }

    @ParameterizedTest
    @MethodSource("halves")
    <T> void a_part_that_is_wrong_or_missing_is_refused(Class<T> type, String text) {
        assertThrows(InvalidIdentifierException.class, () -> TextForms.read(type, text));
    }

    @Test
    void a_gtin_may_be_read_shorter_than_it_is_written() {
        assertEquals(new Gtin("04012345000016"), TextForms.read(Gtin.class, "4012345000016"));
    }

    @Test
    void a_number_is_read_without_an_exponent() {
        assertThrows(InvalidIdentifierException.class, () -> TextForms.read(BigDecimal.class, "1e999999999"));
        assertThrows(InvalidIdentifierException.class, () -> TextForms.read(Quantity.class, "1e3:KGM"));
    }

    @Test
    void every_list_of_codes_has_a_form() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Coded.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            Set<Class<?>> coded = files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .map(TextFormsTest::load)
                    .filter(type -> type.isEnum() && Coded.class.isAssignableFrom(type))
                    .collect(Collectors.toSet());

            assertEquals(coded, CodeForms.ALL.stream().map(TextForm::type).collect(Collectors.toSet()));
        }
    }

    @Test
    void what_is_more_than_one_text_has_none() {
        assertEquals(Optional.empty(), TextForms.find(List.class));
        assertThrows(IllegalArgumentException.class, () -> TextForms.of(List.class));
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(
                    file.replace(".class", "").replaceAll("[/\\\\]", "."), false, TextForms.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
