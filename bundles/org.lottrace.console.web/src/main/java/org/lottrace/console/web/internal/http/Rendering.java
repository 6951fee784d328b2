package org.lottrace.console.web.internal.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.text.Texts;

/** Makes HTML of templates, whole, so that a fault in one never leaves half a page. */
final class Rendering {
    private static final String PACKAGE = "org.lottrace.console.web.internal.template";

    private final TemplateEngine engine = engine();

    /** jte looks for the classes of the templates with the loader that the thread has while the engine is made, whatever it is told. */
    private static TemplateEngine engine() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader ours = Rendering.class.getClassLoader();
        thread.setContextClassLoader(ours);
        try {
            return TemplateEngine.createPrecompiled(null, ContentType.Html, ours, PACKAGE);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    void write(Answer answer, Visit visit, HttpServletResponse response) throws IOException {
        if (answer instanceof Answer.Html html) {
            send(response, html.status(), html.template(), Map.of("visit", visit, "view", html.view()));
        } else if (answer instanceof Answer.SeeOther seeOther) {
            seeOther(response, seeOther.address());
        } else if (answer instanceof Answer.Download download) {
            response.setContentType(download.type());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + download.name() + "\"");
            download.content().writeTo(response.getOutputStream());
        } else if (answer instanceof Answer.Failure failure) {
            send(response, failure.status(), "failure.jte", Map.of("visit", visit, "view", failure));
        }
    }

    void login(LoginForm.View view, Texts texts, HttpServletResponse response, int status) throws IOException {
        send(response, status, "login.jte", Map.of("view", view, "texts", texts));
    }

    /** Without a template, for when they fail. */
    static void plain(HttpServletResponse response, Texts texts, Answer.Failure failure) throws IOException {
        response.setStatus(failure.status());
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().write(texts.of(failure.text(), failure.details()));
    }

    static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    private void send(HttpServletResponse response, int status, String template, Map<String, Object> parameters)
            throws IOException {
        Utf8ByteOutput page = new Utf8ByteOutput();
        engine.render(template, parameters, page);
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }
}
