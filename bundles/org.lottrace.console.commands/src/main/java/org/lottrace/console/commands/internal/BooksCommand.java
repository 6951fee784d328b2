package org.lottrace.console.commands.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.id.PartyId;

/** A command whose answer depends on whose books are asked. */
public abstract class BooksCommand extends LotTraceCommand {
    @Option(
            name = "--company",
            description = "Whose books are asked: a company that keeps its own. Default: the common ones")
    private String company;

    @Override
    protected final void run() throws CommandException {
        Optional<PartyId> books = Optional.ofNullable(company).map(this::keeper);
        AtomicReference<CommandException> failure = new AtomicReference<>();
        CurrentBooks.of(books, () -> {
            try {
                if (readsFigures()) {
                    sayBooks();
                }
                ofBooks();
            } catch (CommandException e) {
                failure.set(e);
            }
            return null;
        });
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    /** @return true unless the answer is no cost and comes from no entry, so that it does not matter how far the books are */
    protected boolean readsFigures() {
        return true;
    }

    /** As {@link #run}, with the books that are asked. */
    protected abstract void ofBooks() throws CommandException;

    private PartyId keeper(String name) {
        return service(Companies.class).all().stream()
                .map(CompanyBooks::company)
                .filter(keeper -> keeper.value().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("company " + name
                        + " keeps no books of its own; leave --company out for the common books, or look at"
                        + " cost:companies"));
    }
}
