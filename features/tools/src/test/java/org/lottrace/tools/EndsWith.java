package org.lottrace.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** A command that ends at once with a status, after it has said something. */
final class EndsWith implements Command {
    private final int status;
    private final String text;
    private OutputStream output;
    private ExitCallback callback;

    EndsWith(int status) {
        this(status, "");
    }

    EndsWith(int status, String text) {
        this.status = status;
        this.text = text;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
        output.flush();
        callback.onExit(status);
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        this.callback = callback;
    }

    @Override
    public void setOutputStream(OutputStream output) {
        this.output = output;
    }

    @Override
    public void setInputStream(InputStream input) {}

    @Override
    public void setErrorStream(OutputStream errors) {}

    @Override
    public void destroy(ChannelSession channel) {}
}
