package org.lottrace.console.web.internal.page;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.ServiceMissingException;
import org.lottrace.api.transaction.KeptRecord;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.text.Formats;
import org.lottrace.console.web.internal.text.Sentences;
import org.lottrace.console.web.internal.text.Texts;

/** One request of somebody who has logged in, with all that a page needs to answer it. */
public final class Visit {
    private final Caller caller;
    private final Operations operations;
    private final Supplier<Optional<RecordLocks>> locks;
    private final Address address;
    private final Parameters parameters;
    private final Preferences preferences;
    private final String token;
    private final String books;
    private final List<Page> pages;
    private final Clock clock;
    private List<Site> sites;
    private List<CompanyBooks> companies;

    /**
     * @param locks keep others from a record that is replaced; there while there is a database
     * @param token what a form of this session must bring along
     * @param books the company whose books the reader looks at; empty for the common ones
     * @param pages all there are, in the order of the menu
     */
    public Visit(
            Caller caller,
            Operations operations,
            Supplier<Optional<RecordLocks>> locks,
            Address address,
            Parameters parameters,
            Preferences preferences,
            String token,
            String books,
            List<Page> pages,
            Clock clock) {
        this.caller = caller;
        this.operations = operations;
        this.locks = locks;
        this.address = address;
        this.parameters = parameters;
        this.preferences = preferences;
        this.token = token;
        this.books = books;
        this.pages = pages;
        this.clock = clock;
    }

    public Caller caller() {
        return caller;
    }

    public Address address() {
        return address;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** @return how this reader wants to see the console */
    public Preferences preferences() {
        return preferences;
    }

    public Texts texts() {
        return preferences.texts();
    }

    public Formats formats() {
        return preferences.formats();
    }

    public String token() {
        return token;
    }

    public Instant now() {
        return clock.instant();
    }

    /** @return who records that at that site: this caller, now, at the console */
    public CaptureContext recording(EventId id, SiteId site) {
        return new CaptureContext(
                id,
                now(),
                Optional.empty(),
                caller.name(),
                "",
                "console",
                site,
                CaptureSource.CONSOLE,
                Optional.empty());
    }

    /** @return that service, as this caller may use it */
    public <S> S as(Class<S> service) {
        S asked = operations.as(caller, service);
        return !CurrentBooks.concerns(service) || books().isEmpty()
                ? asked
                : CurrentBooks.through(service, asked, books().map(CompanyBooks::company));
    }

    /**
     * Looks at a record and saves it in one step, on all nodes.
     *
     * @param work may run again
     */
    public <T> T alone(KeptRecord kind, Object key, Supplier<T> work) {
        return locks.get()
                .orElseThrow(() -> new ServiceMissingException(RecordLocks.class))
                .alone(kind, key.toString(), work);
    }

    /** @return the books that the reader looks at; empty for the common ones */
    public Optional<CompanyBooks> books() {
        if (books.isEmpty() && mayUseCommonBooks()) {
            return Optional.empty();
        }
        return companies().stream()
                .filter(keeper -> books.isEmpty() || keeper.company().value().equals(books))
                .findFirst();
    }

    /** @return true unless the reader may use the books of some companies alone */
    public boolean mayUseCommonBooks() {
        return operations.mayUseBooks(caller, Optional.empty());
    }

    /** @return the books that companies keep for themselves and the reader may use */
    public List<CompanyBooks> companies() {
        if (companies == null) {
            companies = operations.as(caller, Companies.class).all().stream()
                    .filter(keeper -> operations.mayUseBooks(caller, Optional.of(keeper.company())))
                    .toList();
        }
        return companies;
    }

    /** @return true when the caller has a role for that operation; what it does not have, a page does not offer */
    public boolean may(String operation) {
        return Catalogue.named(operation)
                .filter(known -> !Collections.disjoint(known.roles(), caller.roles()))
                .isPresent();
    }

    /** @return what the problem means in the reader's language, where that is not the language of its message */
    public Optional<String> meaning(Violation problem) {
        return meaning(problem.code());
    }

    /** @return as {@link #meaning(Violation)}, of what is said under that code */
    public Optional<String> meaning(String code) {
        return isForeign(code) ? Catalogue.meaningOf(code, texts().locale()) : Optional.empty();
    }

    /** @return as {@link #meaning(String)}, where only a service can have said it: its codes may begin as those of the console do */
    public Optional<String> saidByService(String code) {
        return foreign().flatMap(language -> Catalogue.meaningOf(code, texts().locale()));
    }

    /** @return true when its message is in another language: what services say is English, what the console says of a field is not */
    public boolean isForeign(Violation problem) {
        return isForeign(problem.code());
    }

    /** @return as {@link #isForeign(Violation)}, of what is said under that code */
    public boolean isForeign(String code) {
        return !texts().locale().equals(Locale.ENGLISH) && !code.startsWith("FIELD_");
    }

    /** @return the language of what services and checks say, for an element of a page; empty when it is that of the page */
    public Optional<String> foreign() {
        return texts().locale().equals(Locale.ENGLISH) ? Optional.empty() : Optional.of("en");
    }

    /** @return what a check says, in the language of the page; empty when it is English, or nobody has translated it */
    public Optional<String> sentence(String english) {
        return foreign().flatMap(language -> Sentences.inGerman(english));
    }

    /** @return true when there is a page at that path, and the caller may see it */
    public boolean has(String path) {
        return pages.stream().anyMatch(page -> page.path().equals(path) && may(page.needs()));
    }

    /** @return the address of this page with its parameters, to come back to it */
    public String self() {
        StringBuilder path = new StringBuilder(address.page());
        address.rest().forEach(part -> path.append('/').append(part));
        return Address.to(path.toString(), parameters.except("token").toArray());
    }

    /** @return the pages of the menu that are of use to this caller */
    public List<Page> menu() {
        return pages.stream()
                .filter(page -> !page.icon().isEmpty() && may(page.needs()))
                .toList();
    }

    /** @return all sites; asked once in a visit */
    public List<Site> sites() {
        if (sites == null) {
            sites = as(SiteDirectory.class).all();
        }
        return sites;
    }

    /** @return the zone of what has no site: that of the first site, or this machine's when there is none */
    public ZoneId zone() {
        return Optional.of(sites())
                .filter(known -> !known.isEmpty())
                .map(known -> known.get(0).zone())
                .orElse(clock.getZone());
    }

    /** @return the zone of a site */
    public ZoneId zoneOf(SiteId site) {
        return sites().stream()
                .filter(known -> known.id().equals(site))
                .findFirst()
                .map(Site::zone)
                .orElseGet(this::zone);
    }
}
