package org.lottrace.operation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Role;

class BooksOfLoginsTest {
    private static final Optional<PartyId> US = Optional.of(new PartyId("BAKERY-US"));
    private static final Optional<PartyId> DE = Optional.of(new PartyId("BAKERY-DE"));
    private static final Optional<PartyId> COMMON = Optional.empty();

    @Test
    void who_is_not_named_may_use_the_books_of_all_companies() {
        BooksOfLogins books = new BooksOfLogins("anna=BAKERY-US");

        assertTrue(books.mayUse(caller("bert"), COMMON) && books.mayUse(caller("bert"), DE));
        assertTrue(books.mayUseAll(caller("bert")));
    }

    @Test
    void who_is_named_may_use_those_that_are_named_and_no_others() {
        BooksOfLogins books = new BooksOfLogins("anna = BAKERY-US + -");

        assertTrue(books.mayUse(caller("anna"), US) && books.mayUse(caller("anna"), COMMON));
        assertFalse(books.mayUse(caller("anna"), DE));
        assertFalse(books.mayUseAll(caller("anna")));
    }

    @Test
    void what_is_said_of_roles_is_added_up_and_what_is_said_of_the_login_counts_before() {
        BooksOfLogins books =
                new BooksOfLogins("role:lottrace-accountant=BAKERY-US", "role:lottrace-auditor=BAKERY-DE", "carl=-");
        Caller both = new Caller("bert", Set.of(Role.ACCOUNTANT, Role.AUDITOR));

        assertTrue(books.mayUse(both, US) && books.mayUse(both, DE));
        assertFalse(books.mayUse(both, COMMON));
        assertTrue(books.mayUse(caller("carl"), COMMON));
        assertFalse(books.mayUse(caller("carl"), US));
    }

    @Test
    void a_setting_without_books_opens_none() {
        for (String wrong : List.of("anna", "anna=", "anna= + ")) {
            assertFalse(new BooksOfLogins(wrong).mayUse(caller("anna"), US), wrong);
            assertFalse(new BooksOfLogins(wrong).mayUse(caller("anna"), COMMON), wrong);
        }
    }

    /** A file has one text. */
    @Test
    void several_settings_are_written_with_commas_between_them() {
        BooksOfLogins books = new BooksOfLogins("anna=BAKERY-US, role:lottrace-auditor=BAKERY-DE+-");
        Caller auditor = new Caller("bert", Set.of(Role.AUDITOR));

        assertTrue(books.mayUse(caller("anna"), US));
        assertFalse(books.mayUse(caller("anna"), COMMON));
        assertTrue(books.mayUse(auditor, DE) && books.mayUse(auditor, COMMON));
        assertFalse(books.mayUse(auditor, US));
    }

    @Test
    void a_login_in_other_letters_is_the_same() {
        BooksOfLogins books = new BooksOfLogins("anna=BAKERY-US");

        assertFalse(books.mayUse(caller("ANNA"), COMMON));
        assertTrue(books.mayUse(caller("Anna"), US));
    }

    @Test
    void what_is_written_wrong_is_told_and_shuts_nobody_else_out() {
        BooksOfLogins books = new BooksOfLogins(
                "anna=BAKERY-SU",
                "role:lottrace-auditr=BAKERY-US",
                "carl",
                "=BAKERY-US",
                "dora=BAKERY US",
                "emil=BAKERY-US");

        List<String> faults = books.faults(Set.of(US.orElseThrow()), name -> !"emil".equals(name));

        assertEquals(6, faults.size(), faults.toString());
        for (String about : List.of(
                "anna may use the books of company BAKERY-SU, which keeps none of its own",
                "\"role:lottrace-auditr=BAKERY-US\" names no role of LotTrace",
                "\"carl\" names no company, so carl may use no books",
                "\"=BAKERY-US\" names no login",
                "\"dora=BAKERY US\" has a company that is none",
                "nobody has ever logged in as emil")) {
            assertEquals(
                    1, faults.stream().filter(fault -> fault.startsWith(about)).count(), about + " in " + faults);
        }
        assertTrue(books.mayUse(caller("bert"), COMMON));
        assertFalse(books.mayUse(caller("dora"), US));
        assertEquals(List.of(), new BooksOfLogins("anna=BAKERY-US+-").faults(Set.of(US.orElseThrow()), name -> true));
    }

    @Test
    void what_is_asked_of_other_books_is_refused_in_a_sentence_and_not_done() {
        LotCosting costing = operations().as(caller("anna"), LotCosting.class);

        NotAllowedException refused =
                assertThrows(NotAllowedException.class, () -> costing.inventory(Optional.empty(), 1));
        assertEquals("ROLE_MISSING", refused.violation().code());
        assertEquals(
                "anna may use only the books of company BAKERY-US, and this is about others: ask for those, or ask an"
                        + " administrator for more (books.of in org.lottrace.operation)",
                refused.getMessage());
        assertEquals(List.of(), CurrentBooks.of(US, () -> costing.inventory(Optional.empty(), 1)));
    }

    @Test
    void what_companies_have_together_is_for_who_may_use_the_books_of_all() {
        Companies companies = operations().as(caller("anna"), Companies.class);

        assertThrows(
                NotAllowedException.class,
                () -> companies.eliminations(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), 1));
        assertThrows(NotAllowedException.class, () -> companies.unrealisedProfit(DE, Optional.empty(), 1));
        assertThrows(
                NotAllowedException.class,
                () -> companies.unrealisedProfit(US, Optional.empty(), 1),
                "it says what the goods cost the company that sold them");
        assertEquals(List.of(), companies.all());
    }

    @Test
    void every_operation_that_is_named_is_one() {
        BooksAsked.OF_ALL.forEach(name -> assertTrue(Catalogue.named(name).isPresent(), name));
        BooksAsked.OF_RECEIVERS.forEach(name -> assertTrue(Catalogue.named(name).isPresent(), name));
        BooksAsked.OF_NOBODY.forEach(name -> assertTrue(Catalogue.named(name).isPresent(), name));
    }

    @Test
    void a_service_can_ask_whether_its_caller_may_use_other_books() throws Exception {
        assertTrue(CurrentBooks.mayUse(DE), "who works for nobody may");
        CurrentBooks.allowed(US::equals, () -> {
            CurrentBooks.require(US);
            return assertThrows(NotAllowedException.class, () -> CurrentBooks.require(DE));
        });
        assertTrue(CurrentBooks.mayUse(DE));
    }

    private static Caller caller(String name) {
        return new Caller(name, Set.of(Role.ACCOUNTANT, Role.CONTROLLER));
    }

    /** Every service answers that there is nothing. */
    private static Operations operations() {
        return new GuardedOperations(
                new Services() {
                    @Override
                    public <S> Optional<S> find(Class<S> service) {
                        return Optional.of(service.cast(Proxy.newProxyInstance(
                                service.getClassLoader(),
                                new Class<?>[] {service},
                                (proxy, method, given) -> List.of())));
                    }
                },
                (operation, codes) -> {},
                "anna=BAKERY-US");
    }
}
