package org.roomnight.web;

import org.roomnight.http.Problems;
import org.roomnight.http.PublicAddress;
import org.roomnight.security.PublicPaths;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    private static final int BEHIND_COUNTING = Ordered.HIGHEST_PRECEDENCE + 2;

    @Bean
    PublicPaths publicPathsOfThePage() {
        return new PublicPaths("/", "/index.html");
    }

    @Bean
    FilterRegistrationBean<FrontPages> frontPages(PublicAddress publicAddress, Problems problems) {
        var filter = new FilterRegistrationBean<>(new FrontPages(Release.ofThisBuild(), publicAddress, problems));
        filter.addUrlPatterns("/", "/robots.txt");
        filter.setOrder(BEHIND_COUNTING);
        return filter;
    }
}
