package org.shelfmates.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Counts the SQL statements of a piece of work, whoever sends them: Hibernate, JdbcClient or Spring Session. What other
 * threads than the work's own and those of the server do meanwhile is not its doing.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Statements {

    private static final List<String> SEEN = new CopyOnWriteArrayList<>();
    private static volatile @Nullable Thread worker;

    /** @return the statements that {@code work} sent, in order */
    public static List<String> of(Work work) throws Exception {
        SEEN.clear();
        worker = Thread.currentThread();
        try {
            work.run();
        } finally {
            worker = null;
        }
        // noted once a day for each account (account.Seen), whichever page that happens to be
        return SEEN.stream().filter(sql -> !sql.contains("account_seen")).toList();
    }

    /** Something that may fail. */
    public interface Work {
        void run() throws Exception;
    }

    @Bean
    static BeanPostProcessor statementCounter() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? counted(source) : bean;
            }
        };
    }

    private static DataSource counted(DataSource source) {
        return ProxyDataSourceBuilder.create(source)
                .afterQuery((execution, queries) -> {
                    Thread thread = Thread.currentThread();
                    if (thread == worker || worker != null && ofServer(thread.getName())) {
                        queries.forEach(query -> SEEN.add(query.getQuery()));
                    }
                })
                .build();
    }

    /** As Tomcat calls them, platform threads and virtual ones. */
    private static boolean ofServer(String thread) {
        return thread.startsWith("http-nio-") || thread.startsWith("tomcat-handler-");
    }
}
