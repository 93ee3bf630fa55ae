-- Line ends are one character now in all that is sent; plans are compared with what was kept before.
update tweetup set plan = replace(plan, E'\r\n', E'\n') where plan like E'%\r\n%';
