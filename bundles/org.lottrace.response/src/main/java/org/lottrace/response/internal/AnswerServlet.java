package org.lottrace.response.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.xml.stream.XMLStreamException;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page on which a consignee answers a notice: 21 CFR 7.49(c)(1)(iv) asks for a ready means to do so. There is no login:
 * the link itself is the right to answer this one notice. All lines are recorded, or none.
 */
@Component(service = Servlet.class, configurationPid = PageConfig.PID)
@Designate(ocd = PageConfig.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=lottrace-open)")
@HttpWhiteboardServletPattern(AnswerServlet.PATH)
public final class AnswerServlet extends HttpServlet {
    static final String PATH = "/lottrace-recall/answer";
    static final String NOTICE = "notice";
    static final String TOKEN = "token";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(AnswerServlet.class);

    private final transient AnswerLinksService links;
    private final transient RecallReports reports;
    private final transient AnswerRecording recording;
    private final transient FormFields fields;
    private final transient Clock clock;
    private final transient Duration validity;
    private final transient Semaphore places;

    @Activate
    public AnswerServlet(
            @Reference AnswerLinksService links,
            @Reference RecallReports reports,
            @Reference(target = AnswerRecording.NEEDED) Operations operations,
            @Reference UnitOfWork unitOfWork,
            @Reference Clock clock,
            PageConfig config) {
        this(links, reports, new AnswerRecording(operations, unitOfWork), new FormFields(config), clock, config);
    }

    /** For tests. */
    AnswerServlet(
            AnswerLinksService links,
            RecallReports reports,
            AnswerRecording recording,
            FormFields fields,
            Clock clock,
            PageConfig config) {
        if (config.requests_max() < 1 || config.link_days() < 1) {
            throw new IllegalArgumentException(PageConfig.PID + ": requests.max and link.days must be 1 or more");
        }
        this.clock = clock;
        this.validity = Duration.ofDays(config.link_days());
        this.places = new Semaphore(config.requests_max());
        this.links = links;
        this.reports = reports;
        this.recording = recording;
        this.fields = fields;
    }

    /** Anybody may come here, and come slowly: a limit of their own keeps threads for all who work with LotTrace. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!places.tryAcquire()) {
            response.setHeader("Retry-After", "60");
            refuse(response, TooMuchException.notNow());
            return;
        }
        try {
            super.service(request, response);
        } finally {
            places.release();
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        answer(query(request), response, false);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Map<String, String> entered = query(request);
        try {
            if (!isForm(request)) {
                throw TooMuchException.noForm();
            }
            entered.putAll(fields.read(request.getInputStream(), request.getContentLengthLong()));
        } catch (TooMuchException tooMuch) {
            LOG.warn("recall answer not read status={} reason={}", tooMuch.status(), tooMuch.getMessage());
            refuse(response, tooMuch);
            return;
        }
        answer(entered, response, true);
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return type.split(";", 2)[0].strip().equalsIgnoreCase("application/x-www-form-urlencoded");
    }

    private static Map<String, String> query(HttpServletRequest request) {
        return FormFields.parse(Optional.ofNullable(request.getQueryString()).orElse(""));
    }

    private static void refuse(HttpServletResponse response, TooMuchException tooMuch)
            throws IOException, ServletException {
        try {
            write(response, tooMuch.status(), AnswerHtml.message("Not recorded", tooMuch.getMessage()));
        } catch (XMLStreamException e) {
            throw new ServletException("the answer page could not be written", e);
        }
    }

    private void answer(Map<String, String> entered, HttpServletResponse response, boolean sent)
            throws IOException, ServletException {
        AnswerForm form = new AnswerForm(name -> entered.getOrDefault(name, ""));
        String token = form.text(TOKEN);
        Optional<OpenNotice> notice = links.isTokenFor(form.text(NOTICE), token)
                ? OpenNotice.find(reports, form.text(NOTICE))
                : Optional.empty();
        try {
            if (notice.isEmpty()) {
                write(response, HttpServletResponse.SC_NOT_FOUND, unknown());
            } else if (clock.instant().isAfter(notice.get().queuedAt().plus(validity))) {
                write(response, HttpServletResponse.SC_GONE, expired(notice.get()));
            } else if (!sent) {
                write(response, HttpServletResponse.SC_OK, AnswerHtml.form(notice.get(), token, form, List.of()));
            } else {
                List<String> problems = record(notice.get(), form);
                write(
                        response,
                        problems.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST,
                        problems.isEmpty() ? thanks() : AnswerHtml.form(notice.get(), token, form, problems));
            }
        } catch (XMLStreamException e) {
            throw new ServletException("the answer page could not be written", e);
        }
    }

    private List<String> record(OpenNotice notice, AnswerForm form) {
        List<ConsigneeAnswer> answers = form.answers(notice);
        if (!form.problems().isEmpty()) {
            return form.problems();
        }
        Caller consignee = Caller.consignee(notice.consignee().party());
        List<String> refusals = recording
                .record(consignee, notice.recallCase(), answers)
                .fold(recorded -> List.of(), violations -> violations.stream()
                        .map(Violation::message)
                        .toList());
        LOG.info(
                "recall answered by page case={} notice={} lines={} refusals={}",
                notice.recallCase(),
                notice.key(),
                answers.size(),
                refusals.size());
        return refusals;
    }

    private static String unknown() throws XMLStreamException {
        return AnswerHtml.message(
                "Unknown notice",
                "This address is not complete or not valid. Take it from the notice as it is, or ask the contact named there.");
    }

    private String expired(OpenNotice notice) throws XMLStreamException {
        return AnswerHtml.message(
                "Too late",
                "This address let you answer for " + validity.toDays() + " days after notice " + notice.key()
                        + " was written. Please ask the contact named there.");
    }

    private static String thanks() throws XMLStreamException {
        return AnswerHtml.message(
                "Thank you", "Your answer is recorded. If something changes, open the same address and answer again.");
    }

    private static void write(HttpServletResponse response, int status, String page) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(page);
    }
}
