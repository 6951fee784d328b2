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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.rootcause.Suspicion;
import org.lottrace.api.violation.ViolationPath;

/**
 * Rows for scripts. Field names are the component names of the api records, which the api's baseline keeps stable.
 *
 * <p>Identifiers and lot keys are strings as the shell takes them. Amounts are strings with the exact decimal number:
 * {@code {"amount": "12.5", "unit": "KGM"}}, {@code {"amount": "99.90", "currency": "EUR"}}. Counts and ledger positions
 * are numbers. Times and dates are ISO 8601. What is absent is {@code null}.
 */
public final class Json {
    private static final List<Class<?>> WRITTEN_AS_TEXT = List.of(
            Duration.class,
            EdiAddress.class,
            EventId.class,
            Gln.class,
            Gtin.class,
            Instant.class,
            ItemNumber.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            LocationId.class,
            LotKey.class,
            LotNumber.class,
            OffsetDateTime.class,
            PartyId.class,
            RecallCaseId.class,
            ShipNoticeId.class,
            SiteId.class,
            Sscc.class,
            UnitOfMeasure.class,
            ViolationPath.class,
            ZoneId.class,
            ZoneOffset.class);

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
        WRITTEN_AS_TEXT.forEach(type -> module.addSerializer(type, ToStringSerializer.instance));
        module.addSerializer(BigDecimal.class, writer((number, json) -> json.writeString(number.toPlainString())));
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
