package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's chromium in front of the console, as a person uses it. Without it the tests of pages are skipped, but not in CI. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final ChromeDriver driver;
    private final String address;

    private Browser(ChromeDriver driver, String address) {
        this.driver = driver;
        this.address = address;
    }

    /** What it is looked at with. */
    enum Screen {
        PHONE(360, 740, true),
        LARGE_PHONE(390, 844, true),
        NOTEBOOK(1280, 800, false),
        DESKTOP(1360, 900, false),
        MONITOR(1920, 1080, false),
        WALL(3840, 2160, false);

        private final int width;
        private final int height;
        private final boolean isMobile;

        Screen(int width, int height, boolean isMobile) {
            this.width = width;
            this.height = height;
            this.isMobile = isMobile;
        }
    }

    static Browser at(String address) {
        boolean isThere = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        if (System.getenv("CI") == null) {
            assumeTrue(isThere, "no " + CHROMIUM + " or " + DRIVER + ": apt-get install chromium chromium-driver");
        } else if (!isThere) {
            throw new IllegalStateException("CI has no " + CHROMIUM + " or " + DRIVER);
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en-GB");
        options.addArguments(
                "--force-prefers-reduced-motion"); // or colours are measured while they change from light to dark
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        return new Browser(new ChromeDriver(service, options), address);
    }

    void logIn(String user, String password) {
        driver.manage().deleteAllCookies();
        open("/");
        type("user", user);
        type("password", password);
        leave(find("button.primary"));
        assertTrue(driver.findElements(By.name("password")).isEmpty(), () -> user + " is not logged in: " + text());
    }

    /** @param path below {@code /console} */
    void open(String path) {
        driver.get(address + "/console" + path);
    }

    /** @return the address below {@code /console} */
    String path() {
        return driver.getCurrentUrl().substring((address + "/console").length());
    }

    /** @param text of a calendar date: YYYY-MM-DD, for what a browser takes from a keyboard depends on its language */
    void type(String name, String text) {
        WebElement field = find("[name='" + name + "']");
        if ("date".equals(field.getDomAttribute("type"))) {
            driver.executeScript("arguments[0].value = arguments[1]", field, text);
            return;
        }
        field.clear();
        field.sendKeys(text);
    }

    /** Fills in a form for what happened, sends it, and waits until it is recorded. */
    void record(String task, Map<String, String> fields) {
        open("/work/" + task);
        fields.forEach(this::type);
        choose("Record");
        assertTrue(text().contains("Recorded."), () -> task + ": " + text());
    }

    /** Clicks the link or button with that text that can be seen: a menu is there twice, for large and for small screens. */
    void choose(String text) {
        chooseWhere("normalize-space()='" + text + "'");
    }

    /** Clicks the link or button that begins with that text. */
    void chooseBeginningWith(String text) {
        chooseWhere("starts-with(normalize-space(), '" + text + "')");
    }

    private void chooseWhere(String condition) {
        By named = By.xpath("//*[self::a or self::button][" + condition + "]");
        WebElement chosen = patiently()
                .withMessage(() -> "no link or button where " + condition + " in: " + text())
                .until(page -> page.findElements(named).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
        if (chosen.getDomAttribute("hx-post") == null) {
            leave(chosen);
        } else {
            chosen.click();
        }
    }

    /** Follows a link or sends a form. The driver may come back before the browser has begun to: whoever opens the next page then calls it off. */
    private void leave(WebElement way) {
        WebElement page = driver.findElement(By.tagName("html"));
        way.click();
        waitUntilLeft(page);
    }

    private void waitUntilLeft(WebElement page) {
        patiently().withMessage(() -> "still the same page: " + text()).until(driver -> isLeft(page));
    }

    /** While the next page comes the driver says the same in its own words. */
    private static boolean isLeft(WebElement page) {
        try {
            page.isEnabled();
            return false;
        } catch (StaleElementReferenceException gone) {
            return true;
        } catch (WebDriverException other) {
            if (other.getMessage().contains("does not belong to the document")) {
                return true;
            }
            throw other;
        }
    }

    /** Follows the link that the keyboard has reached. */
    void enter(String css) {
        WebElement page = driver.findElement(By.tagName("html"));
        find(css).sendKeys(Keys.ENTER);
        waitUntilLeft(page);
    }

    private WebDriverWait patiently() {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE);
        wait.ignoring(StaleElementReferenceException.class);
        return wait;
    }

    /** Types into the field with that label, as a person finds it. */
    void fillIn(String label, String text) {
        By labelled = By.xpath("//label[starts-with(normalize-space(), '" + label + "')]");
        String id = patiently().until(page -> page.findElement(labelled)).getDomAttribute("for");
        WebElement field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
    }

    /** @param option its value */
    void select(String name, String option) {
        find("[name='" + name + "'] option[value='" + option + "']").click();
    }

    /** Ticks every box that there is. */
    void clickAll(String css) {
        find(css);
        driver.findElements(By.cssSelector(css)).forEach(WebElement::click);
    }

    void follow(String css) {
        leave(find(css));
    }

    /** Waits for a page whose field with that label holds that text. */
    void waitForField(String label, String text) {
        By labelled = By.xpath("//label[starts-with(normalize-space(), '" + label + "')]");
        patiently()
                .withMessage(() -> "no " + text + " in " + label + ": " + text())
                .until(page -> text.equals(
                        page.findElement(By.id(page.findElement(labelled).getDomAttribute("for")))
                                .getDomProperty("value")));
    }

    WebElement find(String css) {
        return patiently()
                .withMessage(() -> "no " + css + " in: " + text())
                .until(page -> page.findElement(By.cssSelector(css)));
    }

    boolean isThere(String css) {
        return !driver.findElements(By.cssSelector(css)).isEmpty();
    }

    /** From now on it is noted when the text of that changes. */
    void watch(String css) {
        driver.executeScript("""
                const css = arguments[0];
                const text = () => document.querySelector(css)?.textContent;
                const before = text();
                window.changedAt = 0;
                new MutationObserver(() => {
                    if (text() && text() !== before) { window.changedAt = window.changedAt || Date.now(); }
                }).observe(document.body, {childList: true, subtree: true, characterData: true});
                """, css);
    }

    /** @return when what is watched changed, in milliseconds of the clock of the machine */
    long changedAt() {
        return patiently().withMessage(() -> "nothing has changed: " + text()).until(page -> {
            long at = ((Number) driver.executeScript("return window.changedAt")).longValue();
            return at == 0 ? null : at;
        });
    }

    List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** @return the addresses of the links of the menu, below {@code /console} */
    List<String> menu() {
        return driver.findElements(By.cssSelector(".frame > .menu a")).stream()
                .map(link -> link.getDomAttribute("href").substring("/console".length()))
                .toList();
    }

    String text() {
        return driver.findElement(By.tagName("main")).getText().replaceAll("\\s+", " ");
    }

    void waitFor(String text) {
        patiently().withMessage(() -> "no " + text + " in: " + text()).until(page -> text().contains(text));
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    void use(Screen screen, String theme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width", screen.width,
                        "height", screen.height,
                        "deviceScaleFactor", 1,
                        "mobile", screen.isMobile));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    /** @return true when something sticks out at the right, so that a reader has to move the page to and fro */
    boolean isTooWide() {
        return (Boolean) driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** @return texts of which more than 100 characters stand in one line, so that an eye does not find the next one */
    @SuppressWarnings("unchecked") // a script answers with a list of texts
    List<String> linesTooLong() {
        return (List<String>) driver.executeScript("""
                const pen = document.createElement("canvas").getContext("2d");
                return [...document.querySelectorAll("main p, main li, main dd")]
                    .filter(text => text.textContent.trim().length > 100 && !text.querySelector("p, li, dd"))
                    .filter(text => {
                        pen.font = getComputedStyle(text).font;
                        return text.clientWidth > 100 * pen.measureText("0").width;
                    })
                    .map(text => text.textContent.trim().slice(0, 60));
                """);
    }

    /** @return what WCAG 2.2 AA asks for and the page lacks: rule and place */
    List<String> barriers() {
        return found(new AxeBuilder().withTags(WCAG));
    }

    /** @return where text is hard to tell from what is behind it: all that can be different in other colours */
    List<String> tooLittleContrast() {
        return found(new AxeBuilder().withRules(List.of("color-contrast")));
    }

    /** No page of ours has frames: axe needs no second window to put its results together, which takes longer than to find them. */
    @SuppressWarnings("deprecation") // there is no other word for it
    private List<String> found(AxeBuilder axe) {
        Results results = axe.setLegacyMode().analyze(driver);
        return results.getViolations().stream().map(Browser::barrier).toList();
    }

    private static String barrier(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }

    /** @return errors that the browser has noted since it was asked, a breach of the content security policy among them */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    void picture(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
