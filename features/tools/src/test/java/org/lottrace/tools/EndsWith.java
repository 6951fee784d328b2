package org.lottrace.tools;

import java.io.InputStream;
import java.io.OutputStream;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** A command that ends at once with a status. */
final class EndsWith implements Command {
    private final int status;
    private ExitCallback callback;

    EndsWith(int status) {
        this.status = status;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        callback.onExit(status);
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        this.callback = callback;
    }

    @Override
    public void setOutputStream(OutputStream output) {}

    @Override
    public void setInputStream(InputStream input) {}

    @Override
    public void setErrorStream(OutputStream errors) {}

    @Override
    public void destroy(ChannelSession channel) {}
}
