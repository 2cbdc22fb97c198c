import './wechat.scss';
