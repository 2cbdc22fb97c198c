/** Stands in for jsonp-retry: a script of another host is what the content security policy forbids. */
module.exports = () => Promise.reject(new Error('JSONP is not available'));
