package org.lottrace.handover.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.cost.Account;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;

/** Names are legal where they stand, and the same name is never that of another. */
class NamesTest {
    private static final Pattern HLEDGER = Pattern.compile("[A-Za-z0-9._%-]+");
    private static final Pattern BEANCOUNT = Pattern.compile("[A-Z0-9][A-Za-z0-9-]*");

    @ParameterizedTest
    @CsvSource({
        "L-4711, L-4711, L-4711",
        "RM.10_5, RM.10_5, RMx2E10x5F5",
        "a:b, a%3Ab, Xax3Ab",
        "X1, X1, XX1",
        "x1, x1, Xx781",
        "-1, -1, X-1",
        "%41, %2541, Xx2541",
        "(*), %28%2A%29, Xx28x2Ax29"
    })
    void a_name_is_written_so(String name, String hledger, String beancount) {
        assertEquals(hledger, PercentName.escape(name));
        assertEquals(beancount, CapitalName.escape(name));
    }

    @Property
    void a_name_is_legal_and_read_again_whatever_it_is(@ForAll("texts") String name) {
        assertTrue(HLEDGER.matcher(PercentName.escape(name)).matches(), PercentName.escape(name));
        assertTrue(BEANCOUNT.matcher(CapitalName.escape(name)).matches(), CapitalName.escape(name));
        assertEquals(name, PercentName.unescape(PercentName.escape(name)));
        assertEquals(name, CapitalName.unescape(CapitalName.escape(name)));
    }

    @Property
    void two_lots_never_have_one_account(@ForAll("lots") LotKey one, @ForAll("lots") LotKey other) {
        for (AccountTree tree : new AccountTree[] {AccountTree.HLEDGER, AccountTree.BEANCOUNT}) {
            boolean isOneName = inventory(tree, one).equals(inventory(tree, other));
            assertEquals(one.equals(other), isOneName, () -> one + " " + other);
        }
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void an_account_is_legal_as_it_is(Account account) {
        String[] parts = AccountTree.of(account).split(":");

        assertEquals(2, parts.length);
        assertTrue(Arrays.stream(parts).allMatch(part -> BEANCOUNT.matcher(part).matches()), AccountTree.of(account));
    }

    @Test
    void no_two_accounts_have_one_name() {
        assertEquals(
                Account.values().length,
                Arrays.stream(Account.values())
                        .map(AccountTree::of)
                        .collect(Collectors.toSet())
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "PO 1/2, PO 1/2",
        "'a,b', a%2Cb",
        "'a; b: [2026]', a%3B b%3A %5B2026%5D",
        "'say \"x\"', say %22x%22",
        "Lieferung Größe 3, Lieferung Größe 3",
        "'a  b', a %20b",
        "100 %, 100 %25"
    })
    void a_text_means_nothing_to_a_program(String text, String plain) {
        assertEquals(plain, PlainText.of(text));
    }

    @Property
    void two_texts_are_never_written_alike(@ForAll("texts") String one, @ForAll("texts") String other) {
        if (!one.equals(other)) {
            assertNotEquals(PlainText.of(one), PlainText.of(other));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(6),
                Arbitraries.strings().withChars("xX%:-2E ").ofMinLength(1).ofMaxLength(4),
                Arbitraries.strings()
                        .withCharRange('\u0001', '\uD7FF')
                        .ofMinLength(1)
                        .ofMaxLength(6));
    }

    /** Few, so that some are like others. */
    @Provide
    Arbitrary<LotKey> lots() {
        return Arbitraries.strings()
                .withChars("xX%:-2")
                .ofMinLength(1)
                .ofMaxLength(2)
                .map(number -> new LotKey(new PartyId("MILL"), new ItemNumber("FLOUR"), new LotNumber(number)));
    }

    private static String inventory(AccountTree tree, LotKey lot) {
        return tree.of(new Place(Account.INVENTORY, Optional.of(lot)));
    }
}
