package org.lottrace.console.web.internal.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.configuration.Configurations;
import org.lottrace.api.configuration.ConfiguredPart;
import org.lottrace.api.configuration.Setting;
import org.lottrace.api.configuration.SettingKind;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/**
 * What can be set, and setting it, one setting at a time. What the parts say of themselves is English.
 *
 * @param parts all of them
 * @param one that is looked at; absent for the list
 * @param changed key of the setting that was changed just now; empty: none
 * @param problems why it was not
 */
public record ConfigurationView(
        List<ConfiguredPart> parts, Optional<ConfiguredPart> one, String changed, List<Violation> problems) {
    /** What the form showed. */
    private static final String SEEN = "seen";

    /** @return how many settings of the part have been set */
    public static long set(ConfiguredPart part) {
        return part.settings().stream().filter(Setting::isSet).count();
    }

    /** @return the page about a part */
    public static String link(String part) {
        return Address.to("admin/configuration", "part", part);
    }

    static Answer show(Visit visit) {
        return page(visit, visit.parameters().text("changed"), List.of())
                .map(view -> Answer.html(template(view), view))
                .orElse(Answer.NOT_FOUND);
    }

    static Answer change(Visit visit) {
        String part = visit.parameters().text("part");
        String key = visit.parameters().text("key");
        String value =
                visit.parameters().isTicked("reset") ? "" : visit.parameters().text("value");
        List<Violation> problems = new ArrayList<>(changedMeanwhile(part, key, value, visit));
        if (problems.isEmpty()) {
            problems.addAll(visit.as(Configurations.class).change(visit.caller(), part, key, value));
        }
        return problems.isEmpty()
                ? new Answer.SeeOther(Address.to("admin/configuration", "part", part, "changed", key))
                : page(visit, "", problems)
                        .map(view -> Answer.refused(template(view), view))
                        .orElse(Answer.NOT_FOUND);
    }

    /** @return what the form shows of a setting, and brings along; nothing of a secret */
    public static String shown(Setting setting) {
        return setting.kind() == SettingKind.SECRET ? "" : String.join(", ", setting.values());
    }

    /** What another reader has set since the form was shown is not overwritten unseen. */
    private static List<Violation> changedMeanwhile(String part, String key, String wanted, Visit visit) {
        Optional<String> seen = visit.parameters().all(SEEN).stream().findFirst();
        return visit.as(Configurations.class).all().stream()
                .filter(one -> one.id().equals(part))
                .flatMap(one -> one.settings().stream())
                .filter(setting -> setting.key().equals(key))
                .map(ConfigurationView::shown)
                .filter(now -> seen.filter(now::equals).isEmpty() && !now.equals(wanted))
                .map(now -> new Violation(
                        "FIELD_CHANGED",
                        "value",
                        visit.texts().of("configuration.changed-meanwhile", named(now, visit), named(wanted, visit))))
                .toList();
    }

    private static String named(String value, Visit visit) {
        return value.isEmpty() ? visit.texts().lookup("configuration.nothing") : value;
    }

    private static String template(ConfigurationView view) {
        return view.one().isPresent() ? "admin/settings.jte" : "admin/configuration.jte";
    }

    private static Optional<ConfigurationView> page(Visit visit, String changed, List<Violation> problems) {
        List<ConfiguredPart> parts = visit.as(Configurations.class).all();
        Optional<String> id = visit.parameters().given("part");
        Optional<ConfiguredPart> one = id.flatMap(
                text -> parts.stream().filter(part -> part.id().equals(text)).findFirst());
        return id.isPresent() && one.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConfigurationView(parts, one, changed, problems));
    }
}
