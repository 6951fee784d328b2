package org.lottrace.console.web.internal.accounts;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.account.AccountQuestion;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.Account;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.ItemType;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.text.Texts;

/** The forms of a rule of account determination and of a case to be tried; fields are called as the properties of the api. */
public final class AccountRuleFields {
    static final List<String> RULE = List.of(
            "rule",
            "account",
            "itemClass",
            "itemType",
            "site",
            "document",
            "event",
            "eventReason",
            "from",
            "number",
            "reason");

    static final List<String> CASE = List.of("account", "day", "item", "site", "document", "event", "eventReason");

    private AccountRuleFields() {}

    /** @return what the scope names, by name of the field, in words of the reader */
    public static Map<String, String> named(AccountScope scope, Texts texts) {
        Map<String, String> named = new LinkedHashMap<>();
        scope.itemClass().ifPresent(name -> named.put("itemClass", name));
        scope.itemType().ifPresent(type -> named.put("itemType", texts.lookup("item-type." + type.code())));
        scope.site().ifPresent(site -> named.put("site", site.value()));
        scope.document().ifPresent(type -> named.put("document", texts.lookup("document." + type.code())));
        scope.event().ifPresent(type -> named.put("event", texts.lookup("event." + type.code())));
        scope.eventReason().ifPresent(reason -> named.put("eventReason", reason));
        return named;
    }

    /** The reason is asked anew. */
    static Fields of(AccountRule rule, Texts texts) {
        AccountScope scope = rule.change().scope();
        return Fields.empty(texts)
                .with("rule", rule.rule())
                .with("account", rule.change().account().code())
                .with("itemClass", scope.itemClass())
                .with("itemType", scope.itemType().map(ItemType::code))
                .with("site", scope.site())
                .with("document", scope.document().map(DocumentType::code))
                .with("event", scope.event().map(EventType::code))
                .with("eventReason", scope.eventReason())
                .with("from", rule.change().from())
                .with("number", rule.change().number());
    }

    /** @return empty, with the problems, when something cannot be read */
    static Optional<AccountRuleChange> read(Fields fields) {
        Optional<Long> rule = fields.given("rule", Long::valueOf);
        Optional<Account> account = fields.needed("account", code -> Coded.of(Account.class, code));
        AccountScope scope = new AccountScope(
                fields.given("itemClass", text -> text),
                fields.given("itemType", code -> Coded.of(ItemType.class, code)),
                fields.given("site", SiteId::new),
                document(fields),
                event(fields),
                fields.given("eventReason", text -> text));
        Optional<LocalDate> from = fields.needed("from", LocalDate::parse);
        return fields.areRight()
                ? Optional.of(new AccountRuleChange(
                        rule,
                        account.orElseThrow(),
                        scope,
                        from.orElseThrow(),
                        fields.given("number", text -> text),
                        fields.text("reason")))
                : Optional.empty();
    }

    /** @return empty, with the problems, when something cannot be read */
    static Optional<AccountQuestion> question(Fields fields) {
        Optional<Account> account = fields.needed("account", code -> Coded.of(Account.class, code));
        Optional<LocalDate> day = fields.needed("day", LocalDate::parse);
        Optional<ItemNumber> item = fields.given("item", ItemNumber::new);
        Optional<SiteId> site = fields.given("site", SiteId::new);
        Optional<DocumentType> document = document(fields);
        Optional<EventType> event = event(fields);
        return fields.areRight()
                ? Optional.of(new AccountQuestion(
                        account.orElseThrow(),
                        day.orElseThrow(),
                        item,
                        site,
                        document,
                        event,
                        fields.given("eventReason", text -> text)))
                : Optional.empty();
    }

    private static Optional<DocumentType> document(Fields fields) {
        return fields.given("document", code -> Coded.of(DocumentType.class, code));
    }

    private static Optional<EventType> event(Fields fields) {
        return fields.given("event", code -> Coded.of(EventType.class, code));
    }

    static LocalDate today(Visit visit) {
        return LocalDate.ofInstant(visit.now(), visit.zone());
    }
}
