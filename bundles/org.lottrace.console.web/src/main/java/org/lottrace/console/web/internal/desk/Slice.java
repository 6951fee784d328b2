package org.lottrace.console.web.internal.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Visit;

/**
 * A page of a list that is there as a whole.
 *
 * @param items those that are shown
 * @param total how many there are
 * @param next address of the next page
 */
public record Slice<T>(List<T> items, int total, Optional<String> next) {
    public Slice {
        items = List.copyOf(items);
    }

    /**
     * @param parameter in which the address says where to begin
     * @param most how many at a time
     */
    public static <T> Slice<T> of(List<T> all, Visit visit, String parameter, int most) {
        int from = Math.min(all.size(), number(visit.parameters().text(parameter)));
        int to = Math.min(all.size(), from + most);
        String page = String.join(
                "/",
                Stream.concat(Stream.of(visit.address().page()), visit.address().rest().stream())
                        .toList());
        List<String> others = visit.parameters().except(parameter, "token", "done");
        Optional<String> next = to < all.size()
                ? Optional.of(Address.to(
                        page,
                        Stream.concat(others.stream(), Stream.of(parameter, String.valueOf(to)))
                                .toArray()))
                : Optional.empty();
        return new Slice<>(all.subList(from, to), all.size(), next);
    }

    /** @return the beginning of a list that is not shown further here */
    public static <T> Slice<T> first(List<T> all, int most) {
        return new Slice<>(all.subList(0, Math.min(most, all.size())), all.size(), Optional.empty());
    }

    /** @return how many are behind the shown ones, where there is no next page */
    public int more() {
        return total - items.size();
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : 0;
    }
}
