package org.lottrace.console.commands.internal.output;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.rootcause.Suspicion;
import org.lottrace.api.text.TextForm;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.ViolationPath;

/**
 * Rows for scripts. Field names are the component names of the api records, which the api's baseline keeps stable.
 *
 * <p>What has one text in {@link TextForms} is that string, except what is written in its parts. Amounts are strings with
 * the exact decimal number: {@code {"amount": "12.5", "unit": "KGM"}}, {@code {"amount": "99.90", "currency": "EUR"}}. Counts
 * and ledger positions are numbers. Times and dates are ISO 8601. What is absent is {@code null}.
 */
public final class Json {
    /** What has a text but is written in its parts, because scripts ask for one of them. */
    private static final Set<Class<?>> WRITTEN_IN_PARTS = Set.of(
            DocumentReference.class,
            Money.class,
            OrderLineReference.class,
            Place.class,
            Position.class,
            Quantity.class,
            UnitPrice.class);

    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /** @return {@code value} as one JSON document, indented */
    public static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for " + value.getClass() + ": " + e.getOriginalMessage(), e);
        }
    }

    private static ObjectMapper mapper() {
        SimpleModule module = new SimpleModule();
        TextForms.all().stream()
                .filter(form -> !WRITTEN_IN_PARTS.contains(form.type()))
                .forEach(form -> addText(module, form));
        module.addSerializer(ViolationPath.class, ToStringSerializer.instance);
        module.addSerializer(
                Quantity.class,
                writer((q, json) ->
                        writeAmount(json, q.amount(), "unit", q.unit().code())));
        module.addSerializer(
                Money.class,
                writer((m, json) -> writeAmount(
                        json, m.getAmount(), "currency", m.getCurrencyUnit().getCode())));
        module.addSerializer(
                Optional.class, Json.<Object>writer((o, json) -> json.writePOJO(((Optional<?>) o).orElse(null))));
        return new ObjectMapper()
                .registerModule(module)
                .addMixIn(Drill.class, DrillWithSums.class)
                .addMixIn(LineAllocation.class, LineAllocationWithSums.class)
                .addMixIn(LotBalance.class, LotBalanceWithSums.class)
                .addMixIn(LotCost.class, LotCostWithSums.class)
                .addMixIn(Suspicion.class, SuspicionWithLift.class)
                .enable(SerializationFeature.INDENT_OUTPUT);
    }

    private static <T> void addText(SimpleModule module, TextForm<T> form) {
        module.addSerializer(form.type(), writer((value, json) -> json.writeString(form.write(value))));
    }

    private static void writeAmount(JsonGenerator json, BigDecimal amount, String measure, String code)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("amount", amount.toPlainString());
        json.writeStringField(measure, code);
        json.writeEndObject();
    }

    private static <T> JsonSerializer<T> writer(Writer<T> writer) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                writer.write(value, json);
            }
        };
    }

    @FunctionalInterface
    private interface Writer<T> {
        void write(T value, JsonGenerator json) throws IOException;
    }

    /** What scripts ask for first and would otherwise have to add up. */
    private interface LineAllocationWithSums {
        @JsonProperty
        Quantity reserved();

        @JsonProperty
        Quantity shortBy();
    }

    private interface LotBalanceWithSums {
        @JsonProperty
        Quantity unaccounted();
    }

    private interface DrillWithSums {
        @JsonProperty
        Duration took();
    }

    private interface SuspicionWithLift {
        @JsonProperty
        Optional<BigDecimal> lift();
    }

    private interface LotCostWithSums {
        @JsonProperty
        Quantity quantity();

        @JsonProperty
        Money value();
    }
}
